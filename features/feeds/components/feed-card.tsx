import { ChannelCard } from "@/components/ui/channel-card";
import type { FeedAddresses } from "../loaders";
import { RenewFeedForm, RevokeFeedForm } from "./feed-forms";

/** 订阅地址: what is for this person, for a feed reader and for the calendar of the phone. */
export function FeedCard({ addresses }: { addresses: FeedAddresses | null }) {
  return (
    <ChannelCard title="订阅地址" about="把推送、要学的和认领的项目的日子放进手机日历或阅读器。里面没有你的姓名和成绩">
      {addresses === null ? (
        <RenewFeedForm label="要一个地址" />
      ) : (
        <>
          <Address label="日历" text={addresses.calendar} />
          <Address label="阅读器" text={addresses.atom} />
          <p className="meta">长按复制。谁有地址谁就能看，不要转给别人；转出去了就换一个。</p>
          <div className="flex flex-wrap gap-2">
            <RenewFeedForm label="换一个地址" />
            <RevokeFeedForm />
          </div>
        </>
      )}
    </ChannelCard>
  );
}

function Address({ label, text }: { label: string; text: string }) {
  return (
    <p>
      <b className="block">{label}</b>
      <span className="break-all select-all">{text}</span>
    </p>
  );
}
