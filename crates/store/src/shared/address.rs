//! The address of a shared board: `postgres://login@host:port/database`.

use std::{
    net::IpAddr,
    path::{Path, PathBuf},
    str::FromStr,
};

use pledgeboard_domain::Refusal;
use sqlx::{
    ConnectOptions,
    postgres::{PgConnectOptions, PgSslMode},
};
use url::Url;

/// Where a shared board is, and as whom it is opened.
#[derive(Clone)]
pub struct Address {
    options: PgConnectOptions,
    /// Without its password.
    shown: PathBuf,
}

impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Address").field(&self.shown).finish()
    }
}

impl Address {
    /// Whether this is the address of a shared board and no file's name.
    pub fn is_one(text: &str) -> bool {
        ["postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme))
    }

    /// The address that stands in a path's place; none where it is a file's.
    ///
    /// # Errors
    /// As [`Address::parse`].
    pub fn of(path: &Path) -> Result<Option<Self>, Refusal> {
        match path.to_str().filter(|text| Self::is_one(text)) {
            Some(text) => Self::parse(text).map(Some),
            None => Ok(None),
        }
    }

    /// The connection is encrypted and the server's certificate and name are checked (`sslmode=verify-full`), unless the
    /// address says `require` or `verify-ca`, or the server is this computer.
    ///
    /// # Errors
    /// When it is no such address, or asks for a connection that is not encrypted.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let refused = |message: &str| Refusal::field("address", message);
        let text = text.trim();
        let wrong =
            "This is not the address of a shared board. It looks like postgres://name@server/database.";
        let mut url = Url::parse(text).map_err(|_| refused(wrong))?;
        if !Self::is_one(text) || url.path().trim_matches('/').is_empty() {
            return Err(refused(wrong));
        }
        let mut options = PgConnectOptions::from_str(text).map_err(|_| refused(wrong))?;
        // As the driver understood it: an address, and what the system sets, may name a host more than once.
        if !is_this_computer(&options) {
            if !url.query_pairs().any(|(name, _)| name == "sslmode" || name == "ssl-mode") {
                options = options.ssl_mode(PgSslMode::VerifyFull);
            }
            if matches!(options.get_ssl_mode(), PgSslMode::Disable | PgSslMode::Allow | PgSslMode::Prefer) {
                return Err(refused(
                    "What goes over a network has to be encrypted. Leave sslmode out of the address, or say sslmode=verify-full.",
                ));
            }
        }
        // Taking a password out of an address that has a host never fails.
        let _ = url.set_password(None);
        if url.query_pairs().any(|(name, _)| name == "password") {
            return Err(refused(
                "Leave the password out of the address: it is asked for, and shown nowhere.",
            ));
        }
        Ok(Self {
            // Statements may hold values that nobody but the board's members should read.
            options: options.application_name("Pledgeboard").disable_statement_logging(),
            shown: PathBuf::from(url.as_str()),
        })
    }

    /// The same, with the password that was typed or remembered.
    #[must_use]
    pub fn with_password(mut self, password: &str) -> Self {
        self.options = self.options.password(password);
        self
    }

    /// As it may be shown and remembered: without the password.
    pub fn as_path(&self) -> &Path {
        &self.shown
    }

    pub(crate) fn options(&self) -> PgConnectOptions {
        self.options.clone()
    }
}

/// What does not leave this computer need not be encrypted.
fn is_this_computer(options: &PgConnectOptions) -> bool {
    let host = options.get_host().trim_matches(['[', ']']);
    options.get_socket().is_some()
        || host == "localhost"
        || host.starts_with('/')
        || host.parse::<IpAddr>().is_ok_and(|number| number.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(text: &str) -> PgSslMode {
        Address::parse(text).unwrap().options.get_ssl_mode()
    }

    #[test]
    fn what_leaves_this_computer_is_encrypted_and_the_server_is_known() {
        assert!(matches!(mode("postgres://amina@db.anytown.gov.uk/board"), PgSslMode::VerifyFull));
        assert!(matches!(mode("postgres://amina@10.1.2.3:5433/board"), PgSslMode::VerifyFull));
        assert!(matches!(
            mode("postgres://amina@db.anytown.gov.uk/board?sslmode=require"),
            PgSslMode::Require
        ));
        for mode in ["disable", "allow", "prefer"] {
            let refused = Address::parse(&format!("postgres://amina@db/board?sslmode={mode}")).unwrap_err();
            assert_eq!(refused.field, Some("address"));
        }
        for hidden in [
            "postgres://amina@localhost/board?host=192.0.2.2&sslmode=disable",
            "postgres:///board?host=192.0.2.2&user=amina&sslmode=disable",
            "postgres://amina@db/board?sslmode=require&sslmode=disable",
        ] {
            assert!(Address::parse(hidden).is_err(), "{hidden}");
        }
        for here in ["localhost", "127.0.0.1", "[::1]"] {
            Address::parse(&format!("postgres://amina@{here}/board?sslmode=disable")).unwrap();
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        let address = Address::parse("postgres://amina:tulip-ocean@localhost:5433/board").unwrap();
        assert_eq!(address.as_path(), Path::new("postgres://amina@localhost:5433/board"));
        assert!(!format!("{address:?}").contains("tulip"));
        assert!(Address::parse("postgres://amina@localhost/board?password=tulip-ocean").is_err());
    }

    #[test]
    fn what_is_no_address_is_refused_beside_its_field() {
        for text in ["", "anytown.pledgeboard", "postgres://", "postgres://server", "mysql://a@b/c"] {
            assert_eq!(Address::parse(text).unwrap_err().field, Some("address"), "{text}");
        }
    }
}
