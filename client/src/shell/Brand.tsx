/** The mark of the desk: a ticket's way turns and comes back answered. */
export function Brand() {
  return (
    <span className="flex items-center gap-2 font-semibold">
      <svg
        viewBox="0 0 18 18"
        width="18"
        height="18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M2.500 5h8.500a4.500 4.500 0 0 1 0 9H8" />
        <path d="M5.500 9.500h4" />
        <path d="m10.500 11.500-2.700 2.500 2.700 2.500" />
      </svg>
      <span className="max-side:sr-only">Relaydesk</span>
    </span>
  );
}
