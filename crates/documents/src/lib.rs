//! From the board's records to documents: blocks, and the same blocks as tagged PDF, Word and HTML.
//!
//! A document is described once, as blocks, and every format renders the same blocks:
//!
//! ```
//! use pledgeboard_documents::block::{Block, Document, Style};
//! use pledgeboard_documents::{RenderOptions, pdf};
//!
//! let mut document = Document::new("Agenda", Style::Adult);
//! document.push(Block::Title { kicker: None, text: "Agenda".to_owned(), subtitle: vec![] });
//! document.heading(2, "1. Welcome");
//! document.paragraph("The chair welcomes everyone.");
//!
//! let created = chrono::NaiveDate::from_ymd_opt(2026, 12, 3).and_then(|day| day.and_hms_opt(9, 0, 0));
//! let bytes = pdf(&document, &RenderOptions { created: created.ok_or("no such time")? })?;
//! assert!(bytes.starts_with(b"%PDF-1.7"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The same document and options give the same bytes, on every machine and day.

pub mod block;
pub mod calendar;
pub mod content;
mod csv;
mod docx;
mod error;
pub mod fonts;
mod html;
pub mod language;
mod layout;
mod link;
pub mod pack;
pub mod palette;
mod pdf;
mod picture;
pub mod sink;
pub mod structure;
mod text;
mod unprintable;

pub use csv::csv;
pub use docx::docx;
pub use error::DocumentError;
pub use html::html;
pub use layout::{Bookmark, Link, Painted, page_count, render};
pub use pdf::{Printed, RenderOptions, pdf, printed, proof};
pub use picture::picture;
pub use text::text;
pub use unprintable::{Unprintable, unprintable};
