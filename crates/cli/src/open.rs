//! Opening a board that may be protected.

use std::{
    env, fs,
    io::{IsTerminal, stdin},
    path::Path,
};

use pledgeboard_app::{Address, Context, Key, Lock, PlaceKind, key_of, kind_of_place, transfer};

use crate::{
    Refused,
    arguments::{OnBoard, Passphrase},
};

impl OnBoard {
    pub async fn open(&self) -> Result<Context, Refused> {
        if let Some(address) = Address::of(&self.board).map_err(pledgeboard_app::AppError::from)? {
            return self.open_shared(address).await;
        }
        let key = self.key().await?;
        Ok(transfer::open_with(&self.board, key.as_ref(), self.today.clock()).await?)
    }

    /// With a password only where the server asks for one.
    async fn open_shared(&self, address: Address) -> Result<Context, Refused> {
        let clock = self.today.clock();
        match transfer::open_shared(address.clone(), clock).await {
            Err(refused) if refused.field.as_deref() == Some("passphrase") => {
                let file = self.passphrase.passphrase_file.as_deref();
                let Some(password) = words(file, "PLEDGEBOARD_PASSPHRASE", "Password: ")? else {
                    return Err(refused.into());
                };
                Ok(transfer::open_shared(address.with_password(&password), clock).await?)
            }
            other => Ok(other?),
        }
    }

    /// # Errors
    /// When the board is shared: what is asked for is done to a file.
    pub fn in_file(&self) -> Result<(), Refused> {
        match Address::of(&self.board).map_err(pledgeboard_app::AppError::from)? {
            None => Ok(()),
            Some(_) => Err(Refused(
                "This is a shared board and has no file of its own. Whoever looks after its server keeps its backups and says who may open it."
                    .into(),
            )),
        }
    }

    /// The board's key; none for a plain board.
    ///
    /// # Errors
    /// As [`Passphrase::key`], and where the board lies on another computer: what locks it there is not to be relied on.
    pub async fn key(&self) -> Result<Option<Key>, Refused> {
        self.in_file()?;
        if kind_of_place(&self.board) == PlaceKind::Network {
            return Err(Refused(
                "This board lies on a network share, where two programs would damage it. Copy it to this computer first, or open it in the app, which can move it here."
                    .into(),
            ));
        }
        self.passphrase.key(&self.board).await
    }
}

impl Passphrase {
    /// The key of the file at `path`; none for a plain one.
    pub async fn key(&self, path: &Path) -> Result<Option<Key>, Refused> {
        if Address::of(path).is_ok_and(|it| it.is_some()) {
            return Ok(None);
        }
        if Lock::of(path).map_err(pledgeboard_app::AppError::from)? == Lock::Plain {
            return Ok(None);
        }
        let words = words(self.passphrase_file.as_deref(), "PLEDGEBOARD_PASSPHRASE", "Passphrase: ")?;
        let words = words.ok_or_else(|| {
            Refused(
                "This board is protected. Give its passphrase with --passphrase-file or PLEDGEBOARD_PASSPHRASE."
                    .into(),
            )
        })?;
        Ok(key_of(path, words).await?)
    }
}

/// A board's place as it may be printed: without a password.
pub fn shown(board: &Path) -> String {
    let address = Address::of(board).ok().flatten();
    address.as_ref().map_or(board, |it| it.as_path()).display().to_string()
}

/// From a file's first line, from the environment, or asked for without showing it; none where nobody can be asked.
pub fn words(file: Option<&Path>, variable: &str, question: &str) -> Result<Option<String>, Refused> {
    if let Some(file) = file {
        let text = fs::read_to_string(file)?;
        return Ok(Some(text.lines().next().unwrap_or_default().to_owned()));
    }
    if let Ok(words) = env::var(variable) {
        return Ok(Some(words));
    }
    if !stdin().is_terminal() {
        return Ok(None);
    }
    Ok(Some(rpassword::prompt_password(question)?))
}
