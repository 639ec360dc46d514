//! Papers made to break programs: each is read or refused, in bounded time and memory, and no pack stumbles over one.

use std::time::{Duration, Instant};

use pledgeboard_documents::pack::{inspect, text_of};
use proptest::prelude::*;

use crate::make::{made, our_paper, pack_of};
use crate::producers::papers;

/// Without optimisation, and with other work on the machine: what takes longer does not end.
const LONGEST: Duration = Duration::from_secs(30);

/// Looks at a paper in every way that the app does.
fn try_it(file: Vec<u8>) {
    let begun = Instant::now();
    let _ = text_of(&file);
    if inspect(&file).is_ok() {
        let papers = [("hostile", file)];
        let _ = made(&pack_of(&papers), &papers);
    }
    assert!(begun.elapsed() < LONGEST, "{:?}", begun.elapsed());
}

/// A small file around one object, with a table of objects that a reader has to put together anew.
fn around(object: &str) -> Vec<u8> {
    format!(
        "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
         3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots 5 0 R>> endobj\n{object}\n\
         trailer <</Root 1 0 R/Size 9>>\n%%EOF\n"
    )
    .into_bytes()
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let mut file = around("");
    let end = file.windows(7).position(|it| it == b"trailer").unwrap();
    let head = format!("4 0 obj <<{dictionary}>> stream\n");
    let object = [head.as_bytes(), content, b"\nendstream endobj\n"].concat();
    file.splice(end..end, object);
    file
}

#[test]
fn structures_without_end_are_read_or_refused() {
    let deep =
        |open: &str, close: &str, times: usize| format!("{}{}", open.repeat(times), close.repeat(times));
    let kids: String = (5..3_000)
        .map(|it| format!("{it} 0 obj <</Type/Pages/Kids[{} 0 R]/Count 1>> endobj\n", it + 1))
        .collect();
    for (what, file) in [
        ("lists in each other", around(&format!("5 0 obj {} endobj", deep("[", "]", 50_000)))),
        ("lists that do not close", around(&format!("5 0 obj {}", "[".repeat(200_000)))),
        ("dictionaries in each other", around(&format!("5 0 obj {} endobj", deep("<</A ", ">>", 50_000)))),
        ("brackets in a text", around(&format!("5 0 obj {} endobj", deep("(", ")", 50_000)))),
        ("an object that is itself", around("4 0 obj 4 0 R endobj\n5 0 obj 5 0 R endobj")),
        ("two that are each other", around("4 0 obj 5 0 R endobj\n5 0 obj 4 0 R endobj")),
        ("notes that hold themselves", around("5 0 obj [5 0 R 5 0 R 5 0 R] endobj")),
        ("pages beneath pages", around(&kids)),
        ("a page that is its own parent", around("2 0 obj <</Type/Pages/Kids[2 0 R]/Count 1>> endobj")),
        ("a table of objects without end", around("").into_iter().chain(*b"startxref\n9\n%%EOF").collect()),
        ("a billion pages", around("2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1000000000>> endobj")),
    ] {
        eprintln!("{what}");
        try_it(file);
    }
}

#[test]
fn lengths_that_lie_are_read_or_refused() {
    for length in
        ["0", "-1", "9", "4294967296", "9223372036854775807", "99999999999999999999", "4 0 R", "[1]", "1.5"]
    {
        try_it(stream(&format!("/Length {length}"), b"BT /F1 12 Tf (words) Tj ET"));
        try_it(stream(&format!("/Length {length}/Filter/FlateDecode"), b"no zlib"));
        let table =
            format!("/Type/XRef/W[{length} {length} {length}]/Size {length}/Index[0 {length}]/Length 9");
        try_it(stream(&table, b"123456789"));
        try_it(stream(&format!("/Type/ObjStm/N {length}/First {length}/Length 9"), b"1 0 2 9 3"));
    }
}

#[test]
fn a_stream_that_grows_without_end_is_not_unpacked_whole() {
    use std::io::Write;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..600 {
        packed.write_all(&zeros).unwrap();
    }
    let packed = packed.finish().unwrap();
    assert!(packed.len() < 1_000_000, "600 MB in {} bytes", packed.len());
    let before = peak();
    try_it(stream(&format!("/Filter/FlateDecode/Length {}", packed.len()), &packed));
    let twice = {
        let mut again = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        again.write_all(&packed).unwrap();
        again.finish().unwrap()
    };
    try_it(stream(&format!("/Filter[/FlateDecode/FlateDecode]/Length {}", twice.len()), &twice));
    let grown = peak().saturating_sub(before);
    assert!(grown < 1 << 20, "it took {} MB more", grown / 1024);
}

/// The most memory that this program has held so far, in KiB; 0 where the system does not say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|it| it.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// How many cases: few in a test; `PLEDGEBOARD_CASES` says more for a long run.
fn cases() -> u32 {
    std::env::var("PLEDGEBOARD_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(48)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 50, ..Default::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..3_000), with_head in any::<bool>()) {
        try_it(if with_head { [b"%PDF-1.7\n".as_slice(), &bytes].concat() } else { bytes });
    }

    /// Cut, turned, repeated, and its numbers and names made others.
    #[test]
    fn a_paper_of_any_program_that_was_spoilt_is_read_or_refused(
        which in any::<prop::sample::Index>(),
        places in prop::collection::vec((any::<prop::sample::Index>(), 0..6_u8, any::<u8>()), 1..24),
    ) {
        let all = papers();
        let mut file = all[which.index(all.len())].1.clone();
        for (place, how, with) in places {
            let at = place.index(file.len());
            match how {
                0 => file[at] ^= 1 << (with % 8),
                1 => file[at] = with,
                2 => drop(file.drain(at..(at + usize::from(with)).min(file.len()))),
                3 => {
                    let again = file[at..(at + usize::from(with)).min(file.len())].to_vec();
                    file.splice(at..at, again);
                }
                4 => {
                    if let Some(digit) = (at..file.len()).find(|it| file[*it].is_ascii_digit()) {
                        file.splice(digit..=digit, *b"4294967297");
                    }
                }
                _ => {
                    if let Some(name) = (at..file.len()).find(|it| file[*it] == b'/') {
                        file.splice(name..=name, *b"/Kids/");
                    }
                }
            }
            if file.is_empty() {
                break;
            }
        }
        try_it(file);
    }
}

#[test]
fn a_link_in_a_paper_leads_to_the_web_or_nowhere() {
    let link = |address: &str| {
        let mut file = lopdf::Document::load_mem(&our_paper("Links", 1)).unwrap();
        let page = *file.get_pages().values().next().unwrap();
        let action = lopdf::dictionary! { "S" => "URI", "URI" => lopdf::Object::string_literal(address) };
        let rect: Vec<lopdf::Object> = vec![0.into(), 0.into(), 9.into(), 9.into()];
        let annotation =
            lopdf::dictionary! { "Type" => "Annot", "Subtype" => "Link", "Rect" => rect, "A" => action };
        let id = file.add_object(annotation);
        let page = file.get_object_mut(page).unwrap().as_dict_mut().unwrap();
        page.set("Annots", vec![lopdf::Object::Reference(id)]);
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).unwrap();
        let papers = [("links", bytes)];
        let (_, pack) = made(&pack_of(&papers), &papers).unwrap();
        let pack = lopdf::Document::load_mem(&pack).unwrap();
        format!("{:?}", pack.objects).contains("URI")
    };
    for address in ["https://example.org/", "mailto:a@example.org"] {
        assert!(link(address), "{address} is kept");
    }
    for address in
        ["\u{1}javascript:alert(1)", "file:///etc/passwd", "\\\\server\\share", "ms-word:x", "x.exe"]
    {
        assert!(!link(address), "{address:?} is not");
    }
}
