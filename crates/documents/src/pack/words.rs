//! The words of a paper, as far as a program can read them.

use lopdf_packs::Document;

/// The text of a paper's pages; none where a page holds no text that can be read: a scan, or a font that does not say
/// which letters its shapes are.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    let file = Document::load_mem(bytes).ok()?;
    let mut text = String::new();
    for page in file.get_pages().into_keys() {
        let words = file.extract_text(&[page]).ok()?;
        if words.trim().is_empty() {
            return None;
        }
        text.push_str(&words);
        text.push('\n');
    }
    Some(text)
}
