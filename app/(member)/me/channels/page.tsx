import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { ChannelCard } from "@/components/ui/channel-card";
import { BrowserCard } from "@/features/channels/components/browser-card";
import { EmailCard } from "@/features/channels/components/email-card";
import { TurnForm } from "@/features/channels/components/turn-form";
import { loadChannels } from "@/features/channels/loaders";
import { FeedCard } from "@/features/feeds/components/feed-card";
import { loadFeedAddresses } from "@/features/feeds/loaders";

export const metadata: Metadata = { title: "通知方式" };

export default async function ChannelsPage() {
  const [channels, addresses] = [await loadChannels(), await loadFeedAddresses()];
  return (
    <PhonePage tab="me" title="通知方式" back={{ href: "/me", label: "回到我的" }}>
      <h1 className="vh">通知方式</h1>
      <p className="second pt-2">哪一种都可以停收，停了不影响学习和积分。</p>
      <ChannelCard title="消息" about="每天的党史天天谈、支部的提醒。账号上的事总会告诉你">
        <TurnForm channel="inbox" label="消息里的天天谈和提醒" isOn={channels.inboxOn} />
      </ChannelCard>
      <EmailCard email={channels.email} />
      <BrowserCard publicKey={channels.browsers.publicKey} hashes={channels.browsers.hashes}>
        {channels.browsers.hashes.length === 0 ? null : (
          <TurnForm channel="web-push" label="所有设备上的浏览器通知" isOn={channels.browsers.isOn} />
        )}
      </BrowserCard>
      <FeedCard addresses={addresses} />
    </PhonePage>
  );
}
