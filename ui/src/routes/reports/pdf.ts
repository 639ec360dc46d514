import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

export type Page = PDFPageProxy;

/** Pages are drawn in a thread of their own where the web view allows it, and here where it does not. */
async function worker(): Promise<void> {
	if (GlobalWorkerOptions.workerPort || 'pdfjsWorker' in globalThis) return;
	const made = await new Promise<Worker | null>((resolve) => {
		try {
			const port = new Worker(workerAddress, { type: 'module' });
			port.addEventListener('message', () => resolve(port), { once: true });
			port.onerror = () => resolve(null);
			setTimeout(() => resolve(null), 3000);
		} catch {
			resolve(null);
		}
	});
	if (made) GlobalWorkerOptions.workerPort = made;
	else Object.assign(globalThis, { pdfjsWorker: await import(/* @vite-ignore */ workerAddress) });
}

/** Opens a PDF file that came as base64. */
export async function openPdf(base64: string): Promise<PDFDocumentProxy> {
	await worker();
	const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
	return await getDocument({ data, isEvalSupported: false, enableXfa: false, verbosity: 0 }).promise;
}

/** Draws a page as wide as its canvas stands on the screen. */
export async function drawPage(page: Page, canvas: HTMLCanvasElement): Promise<void> {
	const width = canvas.clientWidth * Math.min(window.devicePixelRatio || 1, 2);
	const viewport = page.getViewport({ scale: Math.max(width, 1) / page.getViewport({ scale: 1 }).width });
	// Drawn beside the screen first: a page that is drawn anew never flickers.
	const sheet = document.createElement('canvas');
	sheet.width = Math.round(viewport.width);
	sheet.height = Math.round(viewport.height);
	await page.render({ canvas: sheet, viewport }).promise;
	canvas.width = sheet.width;
	canvas.height = sheet.height;
	canvas.getContext('2d')?.drawImage(sheet, 0, 0);
}
