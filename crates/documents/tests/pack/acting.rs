//! What a paper may do by itself is in no pack, and the officer hears of it.

use lopdf_packs::{Document, Object, Stream, dictionary};
use pledgeboard_documents::pack::{Active, inspect};

use crate::make::{whole, words};

/// A page that does everything a page can do, with a marked word in each.
fn acting() -> Vec<u8> {
    let mut file = Document::with_version("1.7");
    let script = |word: &str| dictionary! { "S" => "JavaScript", "JS" => Object::string_literal(word) };
    let text = |word: &str| Object::string_literal(word);
    let attached =
        file.add_object(Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"zqattached".to_vec()));
    let spec = file.add_object(dictionary! {
        "Type" => "Filespec", "F" => text("zqattached.exe"), "EF" => dictionary! { "F" => attached },
    });
    let look = Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 50.into(), 20.into()] },
        b"0 0 50 20 re f".to_vec(),
    );
    let look = file.add_object(look);
    let area = || vec![50.into(), 50.into(), 100.into(), 70.into()];
    let link = |action: lopdf_packs::Dictionary| {
        dictionary! { "Type" => "Annot", "Subtype" => "Link", "Rect" => area(), "A" => action }
    };
    let annotations = vec![
        link(script("zqscript1")),
        link(dictionary! { "S" => "Launch", "F" => text("zqlaunch1.exe") }),
        link(
            dictionary! { "S" => "GoToR", "F" => text("zqlaunch2.pdf"), "D" => vec![0.into(), "Fit".into()] },
        ),
        link(dictionary! { "S" => "URI", "URI" => text("javascript:zqscript2()") }),
        link(
            dictionary! { "S" => "URI", "URI" => text("https://example.org/kept"), "Next" => script("zqscript3") },
        ),
        link(dictionary! { "S" => "SubmitForm", "F" => text("https://zqlaunch3.example") }),
        dictionary! { "Type" => "Annot", "Subtype" => "FileAttachment", "Rect" => area(), "FS" => spec },
        dictionary! { "Type" => "Annot", "Subtype" => "Screen", "Rect" => area(), "A" => dictionary! {
        "S" => "Rendition", "JS" => text("zqscript4") } },
        dictionary! { "Type" => "Annot", "Subtype" => "Widget", "FT" => "Tx", "T" => text("zqfield"), "Rect" => area(),
        "V" => text("zqvalue"), "AP" => dictionary! { "N" => look }, "AA" => dictionary! { "K" => script("zqscript5") } },
    ];
    let annotations: Vec<Object> = annotations.into_iter().map(|it| file.add_object(it).into()).collect();
    let fields = vec![annotations[8].clone()];
    let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
    let font = file.add_object(font);
    let content = b"BT /F1 12 Tf 72 700 Td (What may be read) Tj ET".to_vec();
    let content = file.add_object(Stream::new(dictionary! {}, content));
    let pages = file.new_object_id();
    let page = file.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } }, "Contents" => content,
        "Annots" => annotations, "AA" => dictionary! { "O" => script("zqscript6") },
        "PieceInfo" => dictionary! { "Other" => dictionary! { "Private" => text("zqprivate") } },
    });
    let tree = dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![page.into()] };
    file.objects.insert(pages, tree.into());
    let xfa = file.add_object(Stream::new(dictionary! {}, b"<zqxfa/>".to_vec()));
    let root = file.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => pages, "OpenAction" => script("zqscript7"),
        "AA" => dictionary! { "WC" => script("zqscript8") },
        "Names" => dictionary! {
            "JavaScript" => dictionary! { "Names" => vec![text("zqname"), script("zqscript9").into()] },
            "EmbeddedFiles" => dictionary! { "Names" => vec![text("zqfile"), spec.into()] },
        },
        "AcroForm" => dictionary! { "Fields" => fields, "XFA" => xfa },
    });
    file.trailer.set("Root", root);
    file.trailer.set("Info", dictionary! { "Author" => text("zqauthor") });
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn nothing_acts_and_what_may_be_read_stays() {
    let file = acting();
    let found = inspect(&file).unwrap().active;
    let all = [Active::Script, Active::Launch, Active::Attachment, Active::Media, Active::Form];
    assert_eq!(found, all.into());
    let (made, path) = whole("pack-acting.pdf", &[("An odd paper", file)]);
    assert_eq!(made.cleaned, [("An odd paper".to_owned(), all.into())]);
    assert!(!made.claims.ua1 && made.untagged == ["An odd paper"]);
    let pack = Document::load(&path).unwrap();
    let mut inside = format!("{:?}{:?}", pack.objects, pack.trailer);
    for object in pack.objects.values() {
        if let Object::Stream(stream) = object {
            let content = stream.get_plain_content().unwrap_or_default();
            inside.push_str(&String::from_utf8_lossy(&content));
        }
    }
    assert!(inside.contains("https://example.org/kept"), "a link to a website is kept");
    for gone in
        ["zq", "JavaScript", "Launch", "EmbeddedFile", "AcroForm", "OpenAction", "Widget", "PieceInfo"]
    {
        let at = inside.find(gone);
        assert!(at.is_none(), "{gone}: {}", &inside[at.unwrap().saturating_sub(80)..][..160]);
    }
    assert!(words(&path, 1).contains("What may be read"));
    assert!(inside.contains("Stamp"), "the field stays as a picture of itself");
}
