import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";

/** "Try again": LibreTime is read anew, and so is everything here. */
export function useRefresh(look: () => Promise<void>) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation(
    trpc.station.refresh.mutationOptions({
      onSettled: async () => {
        await Promise.all([look(), client.invalidateQueries({ queryKey: trpc.station.status.queryKey() })]);
      },
    }),
  );
  return { isPending, again: () => mutate() };
}
