//! Metadata (XMP), the information dictionary and the colour intent.

use chrono::NaiveDateTime;
use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream, dictionary};
use pledgeboard_domain::text::steers;

use super::RenderOptions;
use super::catalogue::text_string;
use super::icc::srgb;
use crate::block::Document;

pub const PRODUCER: &str = "Pledgeboard";

/// The XMP packet, with the claims of PDF/UA-1 and PDF/A-2a.
pub fn xmp(document: &Document, options: &RenderOptions) -> String {
    packet(&document.title, &document.language, options.created, (true, true))
}

/// The XMP packet of a file that keeps PDF/A-2a, PDF/UA-1, or neither.
pub fn packet(title: &str, language: &str, created: NaiveDateTime, (lasts, for_all): (bool, bool)) -> String {
    let (title, language) = (escape(title), escape(language));
    let created = created.format("%Y-%m-%dT%H:%M:%S");
    let lasts = if lasts { PDF_A } else { "" };
    let (for_all, schema) = if for_all { (PDF_UA, SCHEMA) } else { ("", "") };
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<pdf:Producer>{PRODUCER}</pdf:Producer>
{lasts}{for_all}</rdf:Description>
{schema}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"#,
        bom = '\u{feff}'
    )
}

const PDF_A: &str = "<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
";
const PDF_UA: &str = "<pdfuaid:part>1</pdfuaid:part>
";
/// PDF/A wants schemas that it does not know, such as that of PDF/UA, described in the packet.
const SCHEMA: &str = r#"<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"#;

pub fn add(file: &mut File, xmp: &str) -> ObjectId {
    let dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    file.add_object(Stream::new(dictionary, xmp.as_bytes().to_vec()).with_compression(false))
}

pub fn info(document: &Document, options: &RenderOptions) -> Dictionary {
    let created = options.created.format("D:%Y%m%d%H%M%S").to_string();
    dictionary! {
        "Title" => text_string(&document.title),
        "Producer" => text_string(PRODUCER),
        "Creator" => text_string(PRODUCER),
        "CreationDate" => Object::string_literal(created.clone()),
        "ModDate" => Object::string_literal(created),
    }
}

/// Says that red, green and blue are meant as sRGB.
pub fn output_intent(file: &mut File) -> ObjectId {
    let profile = Stream::new(dictionary! { "N" => 3, "Alternate" => "DeviceRGB" }, srgb());
    let profile = file.add_object(profile);
    file.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => Object::Reference(profile),
    })
}

fn escape(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_control() && !steers(*character))
        .map(|character| match character {
            '&' => "&amp;".to_owned(),
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            '"' => "&quot;".to_owned(),
            other => other.to_string(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_break_out_of_the_packet() {
        assert_eq!(escape("A <b> & \"c\"\u{7}"), "A &lt;b&gt; &amp; &quot;c&quot;");
    }
}
