//! Word files (ISO/IEC 29500): the same blocks with Word's own styles, lists, table headings and fields, so that
//! whoever goes on working on one need repair nothing.

mod body;
mod furniture;
mod numbering;
mod package;
mod panel;
mod pictures;
mod properties;
mod runs;
mod styles;
mod table;
mod units;
mod xml;

use crate::block::Document;
use crate::layout::theme::Theme;
use crate::{DocumentError, RenderOptions};
use package::Package;

/// Renders a document as a Word file. The same document and options give the same bytes.
///
/// # Errors
/// A picture that cannot be read.
pub fn docx(document: &Document, options: &RenderOptions) -> Result<Vec<u8>, DocumentError> {
    let theme = Theme::of(document);
    let mut package = Package::default();
    package.add("styles", "styles.xml", "styles", styles::part(document, &theme)?);
    package.add("settings", "settings.xml", "settings", properties::settings(document)?);
    package.add("fontTable", "fontTable.xml", "fontTable", properties::fonts()?);
    let furniture = furniture::add(document, &mut package)?;
    let main = body::Body::new(document, theme, &mut package).part(&furniture)?;
    package.file(main, properties::core(document, options)?, properties::application(document)?)
}
