/** Whether the search dialog is open: Ctrl/⌘ K and the navigation open it. */
class SearchDialogState {
	open = $state(false);
}

export const search = new SearchDialogState();
