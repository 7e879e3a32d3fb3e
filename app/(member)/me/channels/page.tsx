import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { ChannelCard } from "@/components/ui/channel-card";
import { BrowserCard } from "@/features/channels/components/browser-card";
import { EmailCard } from "@/features/channels/components/email-card";
import { TurnForm } from "@/features/channels/components/turn-form";
import { loadChannels } from "@/features/channels/loaders";
import { LogTable } from "@/features/deliveries/components/log-table";
import { TestOwnForm } from "@/features/deliveries/components/test-form";
import { loadOwnLog } from "@/features/deliveries/loaders";
import { FeedCard } from "@/features/feeds/components/feed-card";
import { loadFeedAddresses } from "@/features/feeds/loaders";

export const metadata: Metadata = { title: "通知方式" };

export default async function ChannelsPage() {
  const [channels, addresses, sent] = [await loadChannels(), await loadFeedAddresses(), await loadOwnLog()];
  const { browsers, email } = channels;
  return (
    <PhonePage tab="me" title="通知方式" back={{ href: "/me", label: "回到我的" }}>
      <h1 className="vh">通知方式</h1>
      <p className="second pt-2">哪一种都可以停收，停了不影响学习和积分。</p>
      <ChannelCard title="消息" about="每天的党史天天谈、支部的提醒。账号上的事总会告诉你">
        <TurnForm channel="inbox" label="消息里的天天谈和提醒" isOn={channels.inboxOn} />
      </ChannelCard>
      <EmailCard email={email} test={<TestOwnForm channel="email" />} />
      <BrowserCard publicKey={browsers.publicKey} hashes={browsers.hashes}>
        {browsers.hashes.length === 0 ? null : (
          <TurnForm channel="web-push" label="所有设备上的浏览器通知" isOn={browsers.isOn} />
        )}
        {browsers.hashes.length > 0 && browsers.isOn ? <TestOwnForm channel="web-push" /> : null}
      </BrowserCard>
      <FeedCard addresses={addresses} />
      {email?.own || browsers.hashes.length > 0 ? (
        <ChannelCard title="最近发给你的" about="发到邮箱和浏览器的，最近10条，留三十天">
          <LogTable lines={sent} head="发到" hint="发过以后记在这里，没送到的写着为什么" />
        </ChannelCard>
      ) : null}
    </PhonePage>
  );
}
