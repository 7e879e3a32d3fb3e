import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { OwnCourses } from "@/features/lessons/components/own-courses";
import { loadOwnCourses } from "@/features/lessons/loaders";

export const metadata: Metadata = { title: "学到哪里" };

export default async function OwnCoursesPage() {
  const courses = await loadOwnCourses();
  return (
    <PhonePage tab="me" title="学到哪里" back={{ href: "/me", label: "回到我的" }}>
      <h1 className="vh">学到哪里</h1>
      <p className="prose-small pt-3">答完一课后面的题，就算学过。只有你看得到，按自己的时间学就好。</p>
      <OwnCourses courses={courses} />
    </PhonePage>
  );
}
