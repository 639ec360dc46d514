//! Where a link may lead: to a page of the web, a letter, a telephone. Nothing else is ever written into a file, because
//! whatever opens a link takes its kind from these letters alone.

/// What an address may begin with, in small letters.
const KINDS: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];

/// Whether a link to that address may stand in a file that leaves the app.
pub fn may_be_followed(address: &str) -> bool {
    // A browser skips what it cannot see before the kind; so an address that begins with it is not looked at further.
    let lower = address.trim().to_lowercase();
    KINDS.iter().any(|kind| lower.starts_with(kind)) && !address.trim().chars().any(|it| it.is_control())
}

#[cfg(test)]
mod tests {
    use super::may_be_followed;

    #[test]
    fn pages_letters_and_telephones_may_be_followed_and_nothing_else() {
        for address in [
            "https://example.org/?a=1&b=\"2\"",
            "HTTP://example.org",
            "mailto:a@example.org",
            "tel:+441632960999",
        ] {
            assert!(may_be_followed(address), "{address}");
        }
        for address in [
            "javascript:alert(1)",
            "\u{1}javascript:alert(1)",
            "java\nscript:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "\\\\server\\share",
            "ms-word:ofe|u|x",
            "search-ms:query=x",
            "x.exe",
            "",
            "https:javascript",
            "https://a\u{0}b",
        ] {
            assert!(!may_be_followed(address), "{address:?}");
        }
    }
}
