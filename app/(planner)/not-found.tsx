import { NoticePage } from "@/components/ui/notice-page";

export default function NotFound() {
  return (
    <NoticePage
      title="There is no such page"
      actions={
        <>
          <a href="/">The planner</a>
          <a href="/station">The station’s week</a>
        </>
      }
    >
      <p>The address may be mistyped, or what it led to is gone.</p>
    </NoticePage>
  );
}
