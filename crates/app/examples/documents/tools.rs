//! The programs that we are measured beside. Each makes a PDF of the same words, as a whole process.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Outcome;

#[derive(Clone, Copy)]
pub enum Tool {
    LibreOffice,
    WeasyPrint,
    Chromium,
}

impl Tool {
    pub const ALL: [Self; 3] = [Self::LibreOffice, Self::WeasyPrint, Self::Chromium];

    pub fn name(self) -> &'static str {
        match self {
            Self::LibreOffice => "LibreOffice",
            Self::WeasyPrint => "WeasyPrint",
            Self::Chromium => "Chromium",
        }
    }

    /// As it is called on the path; none when it is not there.
    pub fn program(self) -> Option<&'static str> {
        let names: &[&str] = match self {
            Self::LibreOffice => &["soffice"],
            Self::WeasyPrint => &["weasyprint"],
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome"],
        };
        let path = std::env::var_os("PATH")?;
        names.iter().copied().find(|name| std::env::split_paths(&path).any(|it| it.join(name).is_file()))
    }

    /// Makes `out` of a Word file or a web page.
    pub fn print(self, from: &Path, out: &Path) -> Outcome<()> {
        let program = self.program().ok_or("it is not there")?;
        let folder = out.parent().ok_or("no folder")?;
        let mut command = Command::new(program);
        let mut made = out.to_owned();
        match self {
            Self::LibreOffice => {
                made = folder.join(from.file_name().ok_or("no name")?).with_extension("pdf");
                let profile = format!("-env:UserInstallation=file://{}", folder.join("office").display());
                command
                    .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
                    .arg(folder)
                    .arg(from);
            }
            Self::WeasyPrint => {
                command.arg(from).arg(out);
            }
            Self::Chromium => {
                let data = format!("--user-data-dir={}", folder.join("browser").display());
                let to = format!("--print-to-pdf={}", out.display());
                command.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", &data, &to]);
                command.arg(format!("file://{}", from.display()));
            }
        }
        let said = command.stdin(Stdio::null()).output()?;
        if !said.status.success() || !made.is_file() {
            return Err(
                format!("{} made nothing: {}", self.name(), String::from_utf8_lossy(&said.stderr)).into()
            );
        }
        if made != out {
            std::fs::rename(made, out)?;
        }
        Ok(())
    }

    /// What it is given: LibreOffice the Word file, where there is one.
    pub fn source(self, docx: Option<PathBuf>, html: PathBuf) -> PathBuf {
        match (self, docx) {
            (Self::LibreOffice, Some(docx)) => docx,
            _ => html,
        }
    }
}
