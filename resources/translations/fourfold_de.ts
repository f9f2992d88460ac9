<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source>Open photos</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>Einen Ordner mit Fotos öffnen</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Fotos öffnen…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Copy what is visible</source>
        <translation>Sichtbares kopieren</translation>
    </message>
    <message>
        <source>Copy the whole result</source>
        <translation>Das ganze Ergebnis kopieren</translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation>Alle Fotos auswählen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>1:1 of the result</source>
        <translation>1:1 des Ergebnisses</translation>
    </message>
    <message>
        <source>1:1 of the photo</source>
        <translation>1:1 des Fotos</translation>
    </message>
    <message>
        <source>About this photo</source>
        <translation>Über dieses Foto</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Two by two</source>
        <translation>Zwei mal zwei</translation>
    </message>
    <message>
        <source>Turn the divider</source>
        <translation>Trennlinie drehen</translation>
    </message>
    <message>
        <source>Show the photo</source>
        <translation>Das Foto zeigen</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Fidelity and invention maps</source>
        <translation>Karten der Treue und Erfindung</translation>
    </message>
    <message>
        <source>Less texture</source>
        <translation>Weniger Textur</translation>
    </message>
    <message>
        <source>More texture</source>
        <translation>Mehr Textur</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>{} is {} done.</source>
        <translation>{} ist zu {} fertig.</translation>
    </message>
    <message>
        <source>After a stop it begins anew when you continue. A pause keeps what is done.</source>
        <translation>Nach einem Stopp beginnt es beim Fortsetzen von vorn. Eine Pause behält, was fertig ist.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Keep saving</source>
        <translation>Weiter speichern</translation>
    </message>
    <message>
        <source>{} is being saved.</source>
        <translation>{} wird gerade gespeichert.</translation>
    </message>
    <message>
        <source>If it is removed from the list, it is not saved. What was there before stays.</source>
        <translation>Wird es aus der Liste entfernt, wird es nicht gespeichert. Was vorher da war, bleibt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Photos are being saved.</source>
        <translation>Es werden gerade Fotos gespeichert.</translation>
    </message>
    <message>
        <source>They can continue at the next start.</source>
        <translation>Beim nächsten Start können sie fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Stoppen und schließen</translation>
    </message>
    <message>
        <source>Upscale</source>
        <translation>Hochskalieren</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Only the photo</source>
        <translation>Nur das Foto</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>About Fourfold</source>
        <translation>Über Fourfold</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Wheel, pinch</source>
        <translation>Mausrad, zwei Finger</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Zeiger zoomen</translation>
    </message>
    <message>
        <source>Drag, Shift+arrows</source>
        <translation>Ziehen, Umschalt+Pfeile</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>Das Foto bewegen</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Fit, or 1:1 of the result</source>
        <translation>Einpassen, oder 1:1 des Ergebnisses</translation>
    </message>
    <message>
        <source>Space held</source>
        <translation>Leertaste halten</translation>
    </message>
    <message>
        <source>Flicker to the photo</source>
        <translation>Zum Foto wechseln</translation>
    </message>
    <message>
        <source>Left, right</source>
        <translation>Links, rechts</translation>
    </message>
    <message>
        <source>Photo before, after</source>
        <translation>Voriges, nächstes Foto</translation>
    </message>
    <message>
        <source>Ctrl+arrows</source>
        <translation>Strg+Pfeile</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>Die Trennlinie bewegen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Textured (SRGAN)</source>
        <translation>Texturiert (SRGAN)</translation>
    </message>
    <message>
        <source>Faithful (SRResNet)</source>
        <translation>Treu (SRResNet)</translation>
    </message>
    <message>
        <source>{}, noisy or compressed</source>
        <translation>{}, verrauscht oder komprimiert</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächster Nachbar</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bikubisch</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>{} minus {}</source>
        <translation>{} minus {}</translation>
    </message>
    <message>
        <source>Fidelity of {}</source>
        <translation>Treue von {}</translation>
    </message>
    <message>
        <source>What {} invents</source>
        <translation>Was {} erfindet</translation>
    </message>
    <message>
        <source>Grey where both agree, lighter or darker where they differ.</source>
        <translation>Grau, wo beide gleich sind, heller oder dunkler, wo nicht.</translation>
    </message>
    <message>
        <source>+{} of 255</source>
        <translation>+{} von 255</translation>
    </message>
    <message>
        <source>{} of 255</source>
        <translation>{} von 255</translation>
    </message>
    <message>
        <source>Amber where the result, scaled down again, does not give your photo back.</source>
        <translation>Gelb, wo das verkleinerte Ergebnis Ihr Foto nicht wiedergibt.</translation>
    </message>
    <message>
        <source>Blue where there is detail that {} does not have.</source>
        <translation>Blau, wo Einzelheiten sind, die {} nicht hat.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Farbtiefe</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objektiv</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>{} bits a channel</source>
        <translation>{} Bit je Kanal</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>farbig</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>transparent</translation>
    </message>
    <message>
        <source>sRGB, as the file says nothing else</source>
        <translation>sRGB, da die Datei nichts anderes sagt</translation>
    </message>
    <message>
        <source>A profile without a name</source>
        <translation>Ein Profil ohne Namen</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} s</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>{} min {} s</source>
        <translation>{} min {} s</translation>
    </message>
    <message>
        <source>{} min</source>
        <translation>{} min</translation>
    </message>
    <message>
        <source>{} h {} min</source>
        <translation>{} h {} min</translation>
    </message>
    <message>
        <source>The work could not be started: {}</source>
        <translation>Die Arbeit konnte nicht begonnen werden: {}</translation>
    </message>
    <message>
        <source>Memory ran out. Close other programs, then try again; what was saved is kept.</source>
        <translation>Der Speicher reicht nicht. Schließen Sie andere Programme und versuchen Sie es noch einmal; Gespeichertes bleibt erhalten.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again; what was saved is kept.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal; Gespeichertes bleibt erhalten.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {}</source>
        <translation>Etwas Unerwartetes ist schiefgegangen: {}</translation>
    </message>
    <message>
        <source>The work ended without saying why (status {}). What was saved is kept.</source>
        <translation>Die Arbeit endete ohne Angabe eines Grundes (Status {}). Gespeichertes bleibt erhalten.</translation>
    </message>
    <message>
        <source>The system ended the work, most often because memory ran out. Close other programs, then continue; what was saved is kept.</source>
        <translation>Das System hat die Arbeit beendet, meist weil der Speicher nicht reicht. Schließen Sie andere Programme und setzen Sie fort; Gespeichertes bleibt erhalten.</translation>
    </message>
    <message>
        <source>The work broke off (code {}). What was saved is kept; you can continue from there.</source>
        <translation>Die Arbeit brach ab (Code {}). Gespeichertes bleibt erhalten; von dort können Sie fortsetzen.</translation>
    </message>
    <message>
        <source>The work ended without a result.</source>
        <translation>Die Arbeit endete ohne Ergebnis.</translation>
    </message>
    <message>
        <source>PSNR in dB</source>
        <translation>PSNR in dB</translation>
    </message>
    <message>
        <source>distance to the eye</source>
        <translation>Abstand fürs Auge</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Mittlere Note</translation>
    </message>
    <message>
        <source>Mean rank</source>
        <translation>Mittlerer Rang</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} bis {}</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>Das Foto</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Step {}</source>
        <translation>Schritt {}</translation>
    </message>
    <message>
        <source>After: step {}</source>
        <translation>Nachher: Schritt {}</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>Zu klein</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Already enlarged</source>
        <translation>Schon vergrößert</translation>
    </message>
    <message>
        <source>Strongly compressed</source>
        <translation>Stark komprimiert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>Began from</source>
        <translation>Ausgegangen von</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Gelernt von</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Drop the picture here</source>
        <translation>Das Bild hier ablegen</translation>
    </message>
    <message>
        <source>Drop {} here</source>
        <translation>{} hier ablegen</translation>
    </message>
    <message>
        <source>Drop {} files and folders here</source>
        <translation>{} Dateien und Ordner hier ablegen</translation>
    </message>
    <message>
        <source>{} of the results exist already.</source>
        <translation>{} der Ergebnisse gibt es schon.</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep the old</source>
        <translation>Die alten behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Undo removing or clearing</source>
        <translation>Entfernen oder Leeren rückgängig machen</translation>
    </message>
    <message>
        <source>Show Nearest</source>
        <translation>Nächster Nachbar zeigen</translation>
    </message>
    <message>
        <source>Show Bicubic</source>
        <translation>Bikubisch zeigen</translation>
    </message>
    <message>
        <source>Show Faithful (SRResNet)</source>
        <translation>Treu (SRResNet) zeigen</translation>
    </message>
    <message>
        <source>Show Textured (SRGAN)</source>
        <translation>Texturiert (SRGAN) zeigen</translation>
    </message>
    <message>
        <source>Show Automatic</source>
        <translation>Automatisch zeigen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save all that remain</source>
        <translation>Alle übrigen speichern</translation>
    </message>
    <message>
        <source>Pause or continue</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation>Speichern stoppen</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Beurteilen</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>Schließen, was offen ist</translation>
    </message>
    <message>
        <source>To the choices, and back to the photo</source>
        <translation>Zu den Einstellungen und zurück zum Foto</translation>
    </message>
    <message>
        <source>Alt or Ctrl+drag</source>
        <translation>Alt oder Strg+Ziehen</translation>
    </message>
    <message>
        <source>Move one pane alone, until Fit</source>
        <translation>Eine Ansicht allein bewegen, bis Einpassen</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>KB</translation>
    </message>
    <message>
        <source>Weights ({})</source>
        <translation>Gewichte ({})</translation>
    </message>
    <message>
        <source>{} free</source>
        <translation>{} frei</translation>
    </message>
    <message>
        <source>How it is computed…</source>
        <translation>Wie gerechnet wird…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>{} files end at {} pixels a side: choose PNG or TIFF.</source>
        <translation>{}-Dateien enden bei {} Pixeln je Seite: PNG oder TIFF wählen.</translation>
    </message>
    <message>
        <source>{} replaces the file there</source>
        <translation>{} ersetzt die Datei dort</translation>
    </message>
    <message>
        <source>{} is there and stays</source>
        <translation>{} ist da und bleibt</translation>
    </message>
    <message>
        <source>{} is there: you will be asked</source>
        <translation>{} ist da: Sie werden gefragt</translation>
    </message>
    <message>
        <source>about {}</source>
        <translation>etwa {}</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Kept the old file</source>
        <translation>Alte Datei behalten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Your own training</source>
        <translation>Ihr eigenes Training</translation>
    </message>
    <message>
        <source>Added by you</source>
        <translation>Von Ihnen hinzugefügt</translation>
    </message>
    <message>
        <source>Comes with Fourfold</source>
        <translation>Gehört zu Fourfold</translation>
    </message>
    <message>
        <source>Without a network</source>
        <translation>Ohne Netz</translation>
    </message>
    <message>
        <source>The photo&apos;s pixels as squares</source>
        <translation>Die Pixel des Fotos als Quadrate</translation>
    </message>
    <message>
        <source>Trained from {}</source>
        <translation>Trainiert aus {}</translation>
    </message>
    <message>
        <source>Photos: {}</source>
        <translation>Fotos: {}</translation>
    </message>
    <message>
        <source>Made on {}</source>
        <translation>Erstellt am {}</translation>
    </message>
    <message>
        <source>Licence: {}</source>
        <translation>Lizenz: {}</translation>
    </message>
    <message>
        <source>For clean photos</source>
        <translation>Für saubere Fotos</translation>
    </message>
    <message>
        <source>For noisy or compressed photos</source>
        <translation>Für verrauschte oder komprimierte Fotos</translation>
    </message>
    <message>
        <source>Save as shown here</source>
        <translation>So speichern wie hier gezeigt</translation>
    </message>
    <message>
        <source>And {} more.</source>
        <translation>Und {} weitere.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>about {} left</source>
        <translation>noch etwa {}</translation>
    </message>
    <message>
        <source>Save {} photos</source>
        <translation>{} Fotos speichern</translation>
    </message>
    <message>
        <source>Remove {} photos</source>
        <translation>{} Fotos entfernen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Ergebnis im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the photo in its folder</source>
        <translation>Foto im Ordner zeigen</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Left is better</source>
        <translation>Links ist besser</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich gut</translation>
    </message>
    <message>
        <source>Right is better</source>
        <translation>Rechts ist besser</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Mäßig</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Ordentlich</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Ausgezeichnet</translation>
    </message>
    <message>
        <source>Which picture is better?</source>
        <translation>Welches Bild ist besser?</translation>
    </message>
    <message>
        <source>How good is this picture?</source>
        <translation>Wie gut ist dieses Bild?</translation>
    </message>
    <message>
        <source>An example: this is a {}, {}. Press {}.</source>
        <translation>Ein Beispiel: Das ist eine {}, {}. Drücken Sie {}.</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>Das Original</translation>
    </message>
    <message>
        <source>{}, texture {}</source>
        <translation>{}, Textur {}</translation>
    </message>
</context>
<context>
    <name>AboutPage</name>
    <message>
        <source>Photos four times as wide and high, after “Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network” (Ledig et al., CVPR 2017). Free software under the MIT licence.</source>
        <translation>Fotos viermal so breit und hoch, nach „Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network“ (Ledig u. a., CVPR 2017). Freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>MADE WITH</source>
        <translation>GEMACHT MIT</translation>
    </message>
    <message>
        <source>IF SOMETHING GOES WRONG</source>
        <translation>WENN ETWAS SCHIEFGEHT</translation>
    </message>
    <message>
        <source>Failures are noted in a log, which stays on this computer:</source>
        <translation>Fehler werden in einem Protokoll vermerkt, das auf diesem Computer bleibt:</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Do not save them</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Start judging</source>
        <translation>Beurteilen beginnen</translation>
    </message>
    <message>
        <source>Which of two is better</source>
        <translation>Welches von zweien besser ist</translation>
    </message>
    <message>
        <source>How good each one is, from 1 to 5</source>
        <translation>Wie gut jedes ist, von 1 bis 5</translation>
    </message>
    <message>
        <source>Easier, and soon decided.</source>
        <translation>Leichter und schneller entschieden.</translation>
    </message>
    <message>
        <source>The paper&apos;s opinion test. It begins with examples of what 1 and 5 mean.</source>
        <translation>Der Meinungstest der Arbeit. Er beginnt mit Beispielen dafür, was 1 und 5 bedeuten.</translation>
    </message>
    <message>
        <source>PHOTOS</source>
        <translation>FOTOS</translation>
    </message>
    <message>
        <source>METHODS</source>
        <translation>VERFAHREN</translation>
    </message>
    <message>
        <source>QUESTION</source>
        <translation>FRAGE</translation>
    </message>
    <message>
        <source>YOUR NAME</source>
        <translation>IHR NAME</translation>
    </message>
    <message>
        <source>EARLIER JUDGEMENTS</source>
        <translation>FRÜHERE BEURTEILUNGEN</translation>
    </message>
    <message>
        <source>Making the pictures</source>
        <translation>Bilder werden gemacht</translation>
    </message>
    <message>
        <source>Making the pictures…</source>
        <translation>Bilder werden gemacht…</translation>
    </message>
    <message>
        <source>Making the pictures: {} of {}</source>
        <translation>Bilder werden gemacht: {} von {}</translation>
    </message>
    <message>
        <source>Choose photos first.</source>
        <translation>Wählen Sie zuerst Fotos.</translation>
    </message>
    <message>
        <source>Choose two methods or more.</source>
        <translation>Wählen Sie mindestens zwei Verfahren.</translation>
    </message>
    <message>
        <source>Say who judges: answers are kept by name.</source>
        <translation>Sagen Sie, wer beurteilt: Antworten werden mit dem Namen behalten.</translation>
    </message>
    <message>
        <source>{} questions, about {}. Nothing shows which method a picture is of.</source>
        <translation>{} Fragen, etwa {}. Nichts verrät, von welchem Verfahren ein Bild ist.</translation>
    </message>
    <message>
        <source>With fewer than {} photos one person cannot be sure.</source>
        <translation>Mit weniger als {} Fotos kann sich eine Person nicht sicher sein.</translation>
    </message>
</context>
<context>
    <name>ComputerCheck</name>
    <message>
        <source>Verify this computer</source>
        <translation>Diesen Computer prüfen</translation>
    </message>
    <message>
        <source>Proves here and now that tiles and rows leave no seam, and that the precision is right.</source>
        <translation>Beweist hier und jetzt, dass Kacheln und Zeilen keine Naht lassen und die Genauigkeit stimmt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>✓  All {} checks agree: this computer leaves no seam.</source>
        <translation>✓  Alle {} Prüfungen stimmen: Dieser Computer lässt keine Naht.</translation>
    </message>
    <message>
        <source>✗  {} of {} checks do not agree; below it says which.</source>
        <translation>✗  {} von {} Prüfungen stimmen nicht; welche, steht darunter.</translation>
    </message>
</context>
<context>
    <name>ComputerNews</name>
    <message>
        <source>On this computer: about {} for a 12-megapixel photo</source>
        <translation>Auf diesem Computer: etwa {} für ein Foto mit 12 Megapixeln</translation>
    </message>
</context>
<context>
    <name>ComputingField</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>32 bits, exact</source>
        <translation>32 Bit, exakt</translation>
    </message>
    <message>
        <source>{} pixels</source>
        <translation>{} Pixel</translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation>Berechnet auf</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>Best quality (8 times as slow)</source>
        <translation>Beste Qualität (8-fache Zeit)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset how it is computed</source>
        <translation>Die Berechnung zurücksetzen</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop a folder of photos here</source>
        <translation>Einen Ordner mit Fotos hier ablegen</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Drop a folder of your photos here</source>
        <translation>Legen Sie einen Ordner mit Ihren Fotos hier ab</translation>
    </message>
    <message>
        <source>Fourfold learns your camera, subject or archive, and says truly whether it helped.</source>
        <translation>Fourfold lernt Ihre Kamera, Ihr Thema oder Ihr Archiv und sagt ehrlich, ob es geholfen hat.</translation>
    </message>
    <message>
        <source>At least 8 sharp photos or 8 megapixels. Nothing leaves this computer.</source>
        <translation>Mindestens 8 scharfe Fotos oder 8 Megapixel. Nichts verlässt diesen Rechner.</translation>
    </message>
</context>
<context>
    <name>EarlierField</name>
    <message>
        <source>Earlier judgements</source>
        <translation>Frühere Beurteilungen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>The folder of a study that was made elsewhere</source>
        <translation>Der Ordner einer Studie, die anderswo gemacht wurde</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Judge it</source>
        <translation>Beurteilen</translation>
    </message>
    <message>
        <source>There are none yet. What you begin is kept, and can continue here.</source>
        <translation>Es gibt noch keine. Was Sie beginnen, wird behalten und kann hier fortgesetzt werden.</translation>
    </message>
    <message>
        <source>{}: all {}</source>
        <translation>{}: alle {}</translation>
    </message>
    <message>
        <source>{}: {} of {}</source>
        <translation>{}: {} von {}</translation>
    </message>
    <message>
        <source>Nobody has judged yet.</source>
        <translation>Noch niemand hat beurteilt.</translation>
    </message>
    <message>
        <source>Delete this study?</source>
        <translation>Diese Studie löschen?</translation>
    </message>
    <message>
        <source>Its answers are lost.</source>
        <translation>Ihre Antworten gehen verloren.</translation>
    </message>
    <message>
        <source>The folder of a study</source>
        <translation>Der Ordner einer Studie</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop photos here</source>
        <translation>Fotos hier ablegen</translation>
    </message>
    <message>
        <source>Drop photos or folders here</source>
        <translation>Fotos oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>They become four times as wide and high. Nothing leaves this computer.</source>
        <translation>Sie werden viermal so breit und hoch. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Fotos öffnen…</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
</context>
<context>
    <name>FactsField</name>
    <message>
        <source>PHOTO</source>
        <translation>FOTO</translation>
    </message>
</context>
<context>
    <name>Fate</name>
    <message>
        <source>The training on “{}” was discarded.</source>
        <translation>Das Training mit „{}“ wurde verworfen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{} is in every list of models now; its training was discarded.</source>
        <translation>{} steht jetzt in jeder Modellliste; das Training dazu wurde verworfen.</translation>
    </message>
    <message>
        <source>Discard this training?</source>
        <translation>Dieses Training verwerfen?</translation>
    </message>
    <message>
        <source>It can be brought back until you close Fourfold.</source>
        <translation>Es lässt sich zurückholen, bis Sie Fourfold schließen.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Name of the result</source>
        <translation>Name des Ergebnisses</translation>
    </message>
    <message>
        <source>May hold {}</source>
        <translation>Darf {} enthalten</translation>
    </message>
    <message>
        <source>If the file exists</source>
        <translation>Wenn es die Datei gibt</translation>
    </message>
    <message>
        <source>Beside the photo</source>
        <translation>Neben dem Foto</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Farbtiefe</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Wie das Foto</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>Keep camera and place data</source>
        <translation>Kamera- und Ortsdaten behalten</translation>
    </message>
    <message>
        <source>Folder, depth, existing files…</source>
        <translation>Ordner, Bits, vorhandene Dateien…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>Same as the photo</source>
        <translation>Wie das Foto</translation>
    </message>
    <message>
        <source>Keep both, with a number</source>
        <translation>Beide behalten, mit Nummer</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Die alte behalten</translation>
    </message>
    <message>
        <source>This format loses nothing.</source>
        <translation>Dieses Format verliert nichts.</translation>
    </message>
    <message>
        <source>Save results in</source>
        <translation>Ergebnisse speichern in</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>A photo held back for judging: as it is, before and now</source>
        <translation>Ein zum Beurteilen zurückgehaltenes Foto: wie es ist, vorher und jetzt</translation>
    </message>
</context>
<context>
    <name>GoalStep</name>
    <message>
        <source>Begin from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>Texture is judged best by VGG19, a network of {} that is not here yet. Without it, local contrast stands in, which knows less.</source>
        <translation>Textur beurteilt am besten VGG19, ein Netz von {}, das noch nicht hier ist. Ohne es springt der lokale Kontrast ein, der weniger weiß.</translation>
    </message>
    <message>
        <source>Texture is judged by VGG19.</source>
        <translation>VGG19 beurteilt die Textur.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>Lernen von</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training beginnen</translation>
    </message>
    <message>
        <source>GOAL</source>
        <translation>ZIEL</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>Treu</translation>
    </message>
    <message>
        <source>The least error, nothing invented.</source>
        <translation>Der kleinste Fehler, nichts erfunden.</translation>
    </message>
    <message>
        <source>Textured</source>
        <translation>Texturiert</translation>
    </message>
    <message>
        <source>Sharper, with texture as in your photos.</source>
        <translation>Schärfer, mit Textur wie in Ihren Fotos.</translation>
    </message>
    <message>
        <source>The quick model learns what a slower one makes of your photos; import others on the page Upscale.</source>
        <translation>Das schnelle Modell lernt, was ein langsameres aus Ihren Fotos macht; andere importieren Sie auf der Seite Hochskalieren.</translation>
    </message>
    <message>
        <source>Teach what another model does</source>
        <translation>Beibringen, was ein anderes Modell macht</translation>
    </message>
    <message>
        <source>BEGIN FROM</source>
        <translation>AUSGEHEN VON</translation>
    </message>
    <message>
        <source>THE PHOTOS YOU WILL UPSCALE ARE</source>
        <translation>IHRE FOTOS ZUM HOCHSKALIEREN SIND</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Sauber</translation>
    </message>
    <message>
        <source>From the camera or scanned, saved well.</source>
        <translation>Aus der Kamera oder gescannt, gut gespeichert.</translation>
    </message>
    <message>
        <source>A little noisy or compressed</source>
        <translation>Etwas verrauscht oder komprimiert</translation>
    </message>
    <message>
        <source>From phones, the web, messengers.</source>
        <translation>Von Telefonen, aus dem Netz, aus Messengern.</translation>
    </message>
    <message>
        <source>Very noisy or compressed</source>
        <translation>Stark verrauscht oder komprimiert</translation>
    </message>
    <message>
        <source>Old digital photos, saved many times.</source>
        <translation>Alte digitale Fotos, oft gespeichert.</translation>
    </message>
    <message>
        <source>HOW LONG</source>
        <translation>WIE LANGE</translation>
    </message>
    <message>
        <source>Photos to learn from: {}. Held back for judging: {}.</source>
        <translation>Fotos zum Lernen: {}. Zum Beurteilen zurückgehalten: {}.</translation>
    </message>
    <message>
        <source>Show the recipe…</source>
        <translation>Rezept zeigen…</translation>
    </message>
    <message>
        <source>Hide the recipe</source>
        <translation>Rezept verbergen</translation>
    </message>
    <message>
        <source>A recipe can be changed and run by “fourfold train” on the command line.</source>
        <translation>Ein Rezept lässt sich ändern und mit „fourfold train“ auf der Kommandozeile ausführen.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Drop photos on the window, look, and press Save: the result lies beside the photo.</source>
        <translation>Legen Sie Fotos im Fenster ab, sehen Sie sie an und drücken Sie Speichern: Das Ergebnis liegt neben dem Foto.</translation>
    </message>
    <message>
        <source>Automatic looks at each photo: one that is noisy, compressed or soft is given to models that mend that. Any other choice is one press away.</source>
        <translation>„Automatisch“ sieht sich jedes Foto an: Ist es verrauscht, komprimiert oder weich, übernehmen es Modelle, die das beheben. Jede andere Wahl ist einen Klick entfernt.</translation>
    </message>
    <message>
        <source>Faithful (SRResNet) shows only what the photo supports. Textured (SRGAN) adds texture that looks right but is invented; the slider mixes the two, and the maps show where it invents.</source>
        <translation>„Treu (SRResNet)“ zeigt nur, was das Foto hergibt. „Texturiert (SRGAN)“ fügt Textur hinzu, die richtig aussieht, aber erfunden ist; der Regler mischt beide, und die Karten zeigen, wo erfunden wird.</translation>
    </message>
    <message>
        <source>Zoom in to compare: only what is visible is computed. A dot on a label says that it is still being refined.</source>
        <translation>Zoomen Sie zum Vergleichen hinein: Nur was sichtbar ist, wird gerechnet. Ein Punkt am Namen sagt, dass noch verfeinert wird.</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Mit der Hand</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Reset the model and its texture</source>
        <translation>Modell und Textur zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the size</source>
        <translation>Die Größe zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the file</source>
        <translation>Die Datei zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all choices to those of the first start</source>
        <translation>Alle Einstellungen auf die des ersten Starts zurücksetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>GRÖSSE</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>MODELL</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Other ways to save</source>
        <translation>Andere Arten zu speichern</translation>
    </message>
    <message>
        <source>Save {}</source>
        <translation>{} speichern</translation>
    </message>
    <message>
        <source>Save remaining {}</source>
        <translation>Übrige {}</translation>
    </message>
    <message>
        <source>Save all {}</source>
        <translation>Alle {}</translation>
    </message>
</context>
<context>
    <name>JudgePage</name>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Beurteilen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Finish this first; then other photos can be judged.</source>
        <translation>Beenden Sie erst dies, dann können andere Fotos beurteilt werden.</translation>
    </message>
</context>
<context>
    <name>KindField</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Sauber</translation>
    </message>
    <message>
        <source>Noisy or compressed</source>
        <translation>Verrauscht oder komprimiert</translation>
    </message>
    <message>
        <source>What the photo is like</source>
        <translation>Zustand des Fotos</translation>
    </message>
    <message>
        <source>Each photo is looked at.</source>
        <translation>Jedes Foto wird angesehen.</translation>
    </message>
    <message>
        <source>{} – its models are missing</source>
        <translation>{} – dafür fehlen die Modelle</translation>
    </message>
    <message>
        <source>This photo: {}</source>
        <translation>Dieses Foto: {}</translation>
    </message>
    <message>
        <source>sharp and clean</source>
        <translation>scharf und sauber</translation>
    </message>
    <message>
        <source>compressed {}</source>
        <translation>komprimiertes {}</translation>
    </message>
    <message>
        <source>{} of quality {}</source>
        <translation>{} mit Qualität {}</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>no detail at 100 %</source>
        <translation>keine Details bei 100 %</translation>
    </message>
    <message>
        <source>text or graphics</source>
        <translation>Schrift oder Grafik</translation>
    </message>
</context>
<context>
    <name>LengthField</name>
    <message>
        <source>Timing ten steps on this computer…</source>
        <translation>Zehn Schritte werden auf diesem Rechner gemessen…</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Shows whether your photos have something to teach.</source>
        <translation>Zeigt, ob Ihre Fotos etwas zu lehren haben.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Most of what can be gained.</source>
        <translation>Das meiste, was zu gewinnen ist.</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Gründlich</translation>
    </message>
    <message>
        <source>The last bit. It stops early where nothing is gained.</source>
        <translation>Das letzte bisschen. Endet früher, wo nichts gewonnen wird.</translation>
    </message>
    <message>
        <source>about {}</source>
        <translation>etwa {}</translation>
    </message>
    <message>
        <source>the CPU</source>
        <translation>dem Prozessor</translation>
    </message>
    <message>
        <source>Timed here, on {}. It can be paused at any time.</source>
        <translation>Hier gemessen, auf {}. Anhalten geht jederzeit.</translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Some of the pieces that were learned from. Left of each pair: what the model gets, a quarter as wide and high, with the damage you chose. Right: what it is to make of it.</source>
        <translation>Einige der Ausschnitte, aus denen gelernt wurde. Links in jedem Paar: was das Modell bekommt, ein Viertel so breit und hoch, mit den Schäden, die Sie gewählt haben. Rechts: was es daraus machen soll.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>A training is going on.</source>
        <translation>Ein Training läuft.</translation>
    </message>
    <message>
        <source>It is saved, and can continue at the next start.</source>
        <translation>Es wird gesichert und kann beim nächsten Start weitergehen.</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
</context>
<context>
    <name>MeasureBar</name>
    <message>
        <source>Measuring</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>{}, {} of {}</source>
        <translation>{}, {} von {}</translation>
    </message>
</context>
<context>
    <name>MeasurePage</name>
    <message>
        <source>Test on this photo</source>
        <translation>An diesem Foto testen</translation>
    </message>
    <message>
        <source>Use a reference photo…</source>
        <translation>Referenzfoto verwenden…</translation>
    </message>
    <message>
        <source>A perceptual distance needs the weights of VGG19: {}, once.</source>
        <translation>Ein Abstand fürs Auge braucht die Gewichte von VGG19: {}, einmal.</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Open a photo first; then it can be measured here.</source>
        <translation>Öffnen Sie zuerst ein Foto; dann kann es hier gemessen werden.</translation>
    </message>
    <message>
        <source>The photo was scaled down to a quarter by bicubic, upscaled and compared with itself.</source>
        <translation>Das Foto wurde bikubisch auf ein Viertel verkleinert, hochskaliert und mit sich selbst verglichen.</translation>
    </message>
    <message>
        <source>The photo was upscaled and compared with {}.</source>
        <translation>Das Foto wurde hochskaliert und mit {} verglichen.</translation>
    </message>
    <message>
        <source>PSNR and SSIM of the luma, {} pixels left out at the borders, {} pixels compared.</source>
        <translation>PSNR und SSIM der Helligkeit, {} Pixel an den Rändern weggelassen, {} Pixel verglichen.</translation>
    </message>
    <message>
        <source>Of large photos the middle is taken.</source>
        <translation>Von großen Fotos wird die Mitte genommen.</translation>
    </message>
    <message>
        <source>Higher is closer; figures favour SRResNet, eyes often SRGAN.</source>
        <translation>Höher ist näher; die Zahlen bevorzugen SRResNet, das Auge oft SRGAN.</translation>
    </message>
    <message>
        <source>The distance is VGG19&apos;s over the middle {} pixels: lower is closer to what eyes see.</source>
        <translation>Der Abstand ist der von VGG19 über die mittleren {} Pixel: niedriger ist fürs Auge näher.</translation>
    </message>
    <message>
        <source>A photo of the same, four times as large</source>
        <translation>Ein Foto desselben, viermal so groß</translation>
    </message>
</context>
<context>
    <name>MethodField</name>
    <message>
        <source>More</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Nearest, and models of your own</source>
        <translation>Nächster Nachbar und eigene Modelle</translation>
    </message>
    <message>
        <source>Looks at each photo and takes the model that suits it</source>
        <translation>Sieht sich jedes Foto an und nimmt das passende Modell</translation>
    </message>
    <message>
        <source>Sharp, with texture that looks right but is invented</source>
        <translation>Scharf, mit Textur, die richtig aussieht, aber erfunden ist</translation>
    </message>
    <message>
        <source>Smooth, without a network</source>
        <translation>Glatt, ohne Netz</translation>
    </message>
    <message>
        <source>Shows only what the photo supports</source>
        <translation>Zeigt nur, was das Foto hergibt</translation>
    </message>
</context>
<context>
    <name>MethodsField</name>
    <message>
        <source>The original</source>
        <translation>Das Original</translation>
    </message>
    <message>
        <source>All photos are then made four times smaller first, as in the paper.</source>
        <translation>Alle Fotos werden dann zuerst viermal verkleinert, wie in der Arbeit.</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Where on the photo</source>
        <translation>Wo auf dem Foto</translation>
    </message>
    <message>
        <source>Where on the photo: drag to go elsewhere</source>
        <translation>Wo im Foto: ziehen, um woanders hinzugehen</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>Texture</source>
        <translation>Textur</translation>
    </message>
    <message>
        <source>0 % is faithful, 100 % invents most</source>
        <translation>0 % ist treu, 100 % erfindet am meisten</translation>
    </message>
</context>
<context>
    <name>ModelStep</name>
    <message>
        <source>Your models</source>
        <translation>Ihre Modelle</translation>
    </message>
    <message>
        <source>You have no models of your own yet.</source>
        <translation>Sie haben noch keine eigenen Modelle.</translation>
    </message>
    <message>
        <source>CARD</source>
        <translation>KARTE</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>Karte des Modells</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Neues Training</translation>
    </message>
    <message>
        <source>Upscale with it</source>
        <translation>Damit hochskalieren</translation>
    </message>
    <message>
        <source>Back to the verdict</source>
        <translation>Zurück zum Urteil</translation>
    </message>
    <message>
        <source>YOUR MODELS</source>
        <translation>IHRE MODELLE</translation>
    </message>
    <message>
        <source>{} is in every list of models now.</source>
        <translation>{} steht jetzt in jeder Modellliste.</translation>
    </message>
    <message>
        <source>{} was deleted.</source>
        <translation>{} wurde gelöscht.</translation>
    </message>
    <message>
        <source>{} was deleted, and its training.</source>
        <translation>{} wurde gelöscht, das Training dazu auch.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>Modell exportieren</translation>
    </message>
    <message>
        <source>{} was not written: {}.</source>
        <translation>{} wurde nicht geschrieben: {}.</translation>
    </message>
    <message>
        <source>Exported as {}.</source>
        <translation>Exportiert als {}.</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
</context>
<context>
    <name>MoreModels</name>
    <message>
        <source>Add a model…</source>
        <translation>Modell hinzufügen…</translation>
    </message>
    <message>
        <source>More models: {}</source>
        <translation>Weitere Modelle: {}</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>Keep the model</source>
        <translation>Modell behalten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>It will be in every list of models, on the command line too, under this name.</source>
        <translation>Unter diesem Namen steht es in jeder Modellliste, auch auf der Kommandozeile.</translation>
    </message>
    <message>
        <source>Keep the training too ({} on the disk)</source>
        <translation>Auch das Training behalten ({} auf der Platte)</translation>
    </message>
    <message>
        <source>“Train on” below goes on with it at any time, and makes another model.</source>
        <translation>Mit „Weiter trainieren“ unten geht es jederzeit weiter; daraus wird ein weiteres Modell.</translation>
    </message>
    <message>
        <source>It is discarded, and can be brought back until you close Fourfold.</source>
        <translation>Es wird verworfen und lässt sich zurückholen, bis Sie Fourfold schließen.</translation>
    </message>
    <message>
        <source>Give the model a name.</source>
        <translation>Geben Sie dem Modell einen Namen.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back to the photos</source>
        <translation>Zurück zu den Fotos</translation>
    </message>
</context>
<context>
    <name>Pairs</name>
    <message>
        <source>Pieces that were learned from</source>
        <translation>Ausschnitte, aus denen gelernt wurde</translation>
    </message>
</context>
<context>
    <name>PaneButton</name>
    <message>
        <source>Shown here: {}</source>
        <translation>Hier gezeigt: {}</translation>
    </message>
    <message>
        <source>Choose what is shown here</source>
        <translation>Wählen, was hier gezeigt wird</translation>
    </message>
    <message>
        <source>This is what is saved</source>
        <translation>Das wird gespeichert</translation>
    </message>
</context>
<context>
    <name>PhotoDelegate</name>
    <message>
        <source>Cannot be opened</source>
        <translation>Nicht zu öffnen</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos to learn from</source>
        <translation>Fotos zum Lernen</translation>
    </message>
</context>
<context>
    <name>PhotoList</name>
    <message>
        <source>The samples were not copied: {}.</source>
        <translation>Die Beispiele wurden nicht kopiert: {}.</translation>
    </message>
    <message>
        <source>There are no photos in there.</source>
        <translation>Darin sind keine Fotos.</translation>
    </message>
    <message>
        <source>{} was removed from the list.</source>
        <translation>{} wurde aus der Liste entfernt.</translation>
    </message>
    <message>
        <source>Removed from the list: {} photos.</source>
        <translation>Aus der Liste entfernt: {} Fotos.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Opening {}…</source>
        <translation>{} wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
</context>
<context>
    <name>PhotosField</name>
    <message>
        <source>Choose photos…</source>
        <translation>Fotos wählen…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Take those of the list</source>
        <translation>Die der Liste nehmen</translation>
    </message>
    <message>
        <source>How many at most</source>
        <translation>Wie viele höchstens</translation>
    </message>
    <message>
        <source>The middle of each is judged. Of more photos, some from all over are taken.</source>
        <translation>Beurteilt wird die Mitte jedes Fotos. Von mehr Fotos werden einige von überall genommen.</translation>
    </message>
    <message>
        <source>There are no photos in it.</source>
        <translation>Darin sind keine Fotos.</translation>
    </message>
    <message>
        <source>Drop photos or a folder here, or choose them.</source>
        <translation>Ziehen Sie Fotos oder einen Ordner hierher oder wählen Sie sie.</translation>
    </message>
    <message>
        <source>Chosen: {}, judged: {}</source>
        <translation>Gewählt: {}, beurteilt: {}</translation>
    </message>
    <message>
        <source>In the list: {}, judged: {}</source>
        <translation>In der Liste: {}, beurteilt: {}</translation>
    </message>
</context>
<context>
    <name>PhotosStep</name>
    <message>
        <source>Checking the photos</source>
        <translation>Fotos werden geprüft</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Anderer Ordner…</translation>
    </message>
    <message>
        <source>Your models</source>
        <translation>Ihre Modelle</translation>
    </message>
    <message>
        <source>Next: goal</source>
        <translation>Weiter: Ziel</translation>
    </message>
    <message>
        <source>Looking at the photos in {}…</source>
        <translation>Die Fotos in {} werden angesehen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>With a problem</source>
        <translation>Mit Problem</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Nothing wrong with any of them.</source>
        <translation>An keinem ist etwas auszusetzen.</translation>
    </message>
    <message>
        <source>Photos to learn from in {}: {} ({} megapixels)</source>
        <translation>Fotos zum Lernen in {}: {} ({} Megapixel)</translation>
    </message>
    <message>
        <source>Held back for judging the result: {}.</source>
        <translation>Zum Beurteilen des Ergebnisses zurückgehalten: {}.</translation>
    </message>
    <message>
        <source>Shots of one burst stay together.</source>
        <translation>Aufnahmen einer Serie bleiben beisammen.</translation>
    </message>
    <message>
        <source>A click leaves a photo out, a double-click opens it.</source>
        <translation>Ein Klick lässt ein Foto weg, ein Doppelklick öffnet es.</translation>
    </message>
</context>
<context>
    <name>RateStep</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Answers given</source>
        <translation>Gegebene Antworten</translation>
    </message>
    <message>
        <source>The picture before   {}</source>
        <translation>Das Bild davor   {}</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>What is answered is kept   {}</source>
        <translation>Was beantwortet ist, bleibt   {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>RecentPhotos</name>
    <message>
        <source>RECENT</source>
        <translation>ZULETZT</translation>
    </message>
</context>
<context>
    <name>RefusalPage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>ResultChart</name>
    <message>
        <source>How often it is preferred to an average method</source>
        <translation>Wie oft es einem durchschnittlichen Verfahren vorgezogen wird</translation>
    </message>
    <message>
        <source>1 bad to 5 excellent: the more often, the darker</source>
        <translation>1 schlecht bis 5 ausgezeichnet: je öfter, desto dunkler</translation>
    </message>
</context>
<context>
    <name>ResultCopier</name>
    <message>
        <source>The result has {}, the clipboard takes at most {}: save it instead.</source>
        <translation>Das Ergebnis hat {}, die Zwischenablage nimmt höchstens {}: Speichern Sie es stattdessen.</translation>
    </message>
    <message>
        <source>Computing the result to copy: {}</source>
        <translation>Das Ergebnis wird zum Kopieren gerechnet: {}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copied the result, {}.</source>
        <translation>Ergebnis kopiert, {}.</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>Judge again</source>
        <translation>Noch einmal beurteilen</translation>
    </message>
    <message>
        <source>Add answers…</source>
        <translation>Antworten hinzufügen…</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Use this model from now on</source>
        <translation>Dieses Modell ab jetzt verwenden</translation>
    </message>
    <message>
        <source>From a copy of this study that somebody else has judged</source>
        <translation>Aus einer Kopie dieser Studie, die jemand anders beurteilt hat</translation>
    </message>
    <message>
        <source>Adding it up…</source>
        <translation>Wird zusammengezählt…</translation>
    </message>
    <message>
        <source>Thank you: your answers are kept.</source>
        <translation>Danke: Ihre Antworten sind gespeichert.</translation>
    </message>
    <message>
        <source>The result is told where the study was made. Give this folder back: {}</source>
        <translation>Das Ergebnis zeigt sich dort, wo die Studie gemacht wurde. Geben Sie diesen Ordner zurück: {}</translation>
    </message>
    <message>
        <source>There is no result.</source>
        <translation>Es gibt kein Ergebnis.</translation>
    </message>
    <message>
        <source>There is nothing to compare yet.</source>
        <translation>Es gibt noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Photos judged: {}. Answers: {}.</source>
        <translation>Beurteilte Fotos: {}. Antworten: {}.</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Der Bericht wird geschrieben…</translation>
    </message>
    <message>
        <source>The report is in {}.</source>
        <translation>Der Bericht ist in {}.</translation>
    </message>
    <message>
        <source>A copy of this study</source>
        <translation>Eine Kopie dieser Studie</translation>
    </message>
    <message>
        <source>There is nothing new in it.</source>
        <translation>Darin ist nichts Neues.</translation>
    </message>
</context>
<context>
    <name>RunStep</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Loss on the photos it learns from</source>
        <translation>Verlust auf den Fotos, von denen es lernt</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop and discard</source>
        <translation>Abbrechen und verwerfen</translation>
    </message>
    <message>
        <source>Stop and judge</source>
        <translation>Beenden und urteilen</translation>
    </message>
    <message>
        <source>Held-back photos: PSNR in dB (dashed: before)</source>
        <translation>Zurückgehaltene Fotos: PSNR in dB (gestrichelt: vorher)</translation>
    </message>
    <message>
        <source>Held-back photos: distance to the eye (dashed: before)</source>
        <translation>Zurückgehaltene: Abstand fürs Auge (gestrichelt: vorher)</translation>
    </message>
    <message>
        <source>A photo held back</source>
        <translation>Ein zurückgehaltenes Foto</translation>
    </message>
    <message>
        <source>What it is shown</source>
        <translation>Was es zu sehen bekommt</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Judge the result</source>
        <translation>Ergebnis beurteilen</translation>
    </message>
    <message>
        <source>Photos can be upscaled meanwhile; they share the graphics card, so both are slower.</source>
        <translation>Fotos können inzwischen hochskaliert werden; beides teilt sich die Grafikkarte und ist langsamer.</translation>
    </message>
    <message>
        <source>Photos can be upscaled meanwhile; both share the CPU, so both are slower.</source>
        <translation>Fotos können inzwischen hochskaliert werden; beides teilt sich den Prozessor und ist langsamer.</translation>
    </message>
    <message>
        <source>Learning from “{}”</source>
        <translation>Lernt von „{}“</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>noch {}</translation>
    </message>
    <message>
        <source>The other model upscales picture {} of {}</source>
        <translation>Das andere Modell vergrößert Bild {} von {}</translation>
    </message>
    <message>
        <source>Reading photo {} of {}</source>
        <translation>Foto {} von {} wird gelesen</translation>
    </message>
    <message>
        <source>Step {} of {}</source>
        <translation>Schritt {} von {}</translation>
    </message>
    <message>
        <source>{} dB against the base</source>
        <translation>{} dB gegenüber der Basis</translation>
    </message>
    <message>
        <source>distance to the eye {} %</source>
        <translation>Abstand fürs Auge {} %</translation>
    </message>
</context>
<context>
    <name>SaveCommands</name>
    <message>
        <source>All photos are being saved by these choices.</source>
        <translation>Alle Fotos werden bereits mit dieser Auswahl gespeichert.</translation>
    </message>
    <message>
        <source>All photos are saved by these choices already.</source>
        <translation>Alle Fotos sind mit dieser Auswahl schon gespeichert.</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Noch einmal speichern</translation>
    </message>
    <message>
        <source>Photos that stay unsaved: {}.</source>
        <translation>Fotos, die ungespeichert bleiben: {}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>{} is one of the photos; choose another name for the result.</source>
        <translation>{} ist eines der Fotos; wählen Sie einen anderen Namen für das Ergebnis.</translation>
    </message>
    <message>
        <source>{} is just being saved with other choices; save it again when that is done.</source>
        <translation>{} wird gerade mit anderer Auswahl gespeichert; speichern Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>Photos that waited already, and are now saved with these choices: {}.</source>
        <translation>Fotos, die schon warteten und nun mit dieser Auswahl gespeichert werden: {}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Saved {}.</source>
        <translation>{} gespeichert.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>SavingNews</name>
    <message>
        <source>Not finished: {}</source>
        <translation>Nicht fertig: {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>wird gestoppt…</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>noch {}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>{} was stopped.</source>
        <translation>{} wurde gestoppt.</translation>
    </message>
    <message>
        <source>All {} photos are saved.</source>
        <translation>Alle {} Fotos sind gespeichert.</translation>
    </message>
    <message>
        <source>{} saved</source>
        <translation>{} gespeichert</translation>
    </message>
    <message>
        <source>{} already there</source>
        <translation>{} schon vorhanden</translation>
    </message>
    <message>
        <source>{} failed</source>
        <translation>{} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{} stopped</source>
        <translation>{} gestoppt</translation>
    </message>
    <message>
        <source>The list says why.</source>
        <translation>Die Liste sagt, warum.</translation>
    </message>
    <message>
        <source>The photo is saved.</source>
        <translation>Das Foto ist gespeichert.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>ScoreTable</name>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bester Wert</translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>Step that is shown</source>
        <translation>Gezeigter Schritt</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuester</translation>
    </message>
    <message>
        <source>Step {}</source>
        <translation>Schritt {}</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>{name} is not a safetensors file, or it is damaged.</source>
        <translation>{name} ist keine safetensors-Datei oder ist beschädigt.</translation>
    </message>
    <message>
        <source>There is no weights file {path}.</source>
        <translation>Es gibt keine Gewichtsdatei {path}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The description inside {name} is damaged.</source>
        <translation>Die Beschreibung in {name} ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} is not a safetensors file.</source>
        <translation>{name} ist keine safetensors-Datei.</translation>
    </message>
    <message>
        <source>There is no model called {name}; there are {known}, or give a weights file.</source>
        <translation>Es gibt kein Modell namens {name}; es gibt {known}, oder geben Sie eine Gewichtsdatei an.</translation>
    </message>
    <message>
        <source>You have no model of your own called {name}.</source>
        <translation>Sie haben kein eigenes Modell namens {name}.</translation>
    </message>
    <message>
        <source>A model cannot be called {name!r}; give a name that can be a file&apos;s.</source>
        <translation>Ein Modell kann nicht „{name}“ heißen; wählen Sie einen Namen, den auch eine Datei haben kann.</translation>
    </message>
    <message>
        <source>There is a model called {name} already; choose another name.</source>
        <translation>Es gibt schon ein Modell namens {name}; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{name} is gone for good.</source>
        <translation>{name} ist endgültig gelöscht.</translation>
    </message>
    <message>
        <source>There is another model called {name} now; remove it first.</source>
        <translation>Es gibt jetzt ein anderes Modell namens {name}; löschen Sie es zuerst.</translation>
    </message>
    <message>
        <source>The model was not added to {folder}: {reason}.</source>
        <translation>Das Modell wurde nicht in {folder} abgelegt: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be moved: {reason}.</source>
        <translation>{name} lässt sich nicht verschieben: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>There is no device called {name} on this computer; there is {known}.</source>
        <translation>Auf diesem Computer gibt es kein Gerät namens {name}; es gibt {known}.</translation>
    </message>
    <message>
        <source>{name} is not a picture of a kind that Fourfold reads.</source>
        <translation>{name} ist kein Bild, das Fourfold lesen kann.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} ist leer.</translation>
    </message>
    <message>
        <source>Fourfold reads {format} but does not write it.</source>
        <translation>Fourfold kann {format} lesen, aber nicht schreiben.</translation>
    </message>
    <message>
        <source>The quality is a number from 1 to 100, not {quality}.</source>
        <translation>Die Qualität ist eine Zahl von 1 bis 100, nicht {quality}.</translation>
    </message>
    <message>
        <source>A channel has 8 or 16 bits, not {depth}.</source>
        <translation>Ein Kanal hat 8 oder 16 Bit, nicht {depth}.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a photo.</source>
        <translation>{path} ist ein Ordner, kein Foto.</translation>
    </message>
    <message>
        <source>{path} may not be read: permission is missing.</source>
        <translation>{path} darf nicht gelesen werden: Die Berechtigung fehlt.</translation>
    </message>
    <message>
        <source>{name} is damaged or cut short.</source>
        <translation>{name} ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>{size:.1f} MB</source>
        <translation>{size:.1f} MB</translation>
    </message>
    <message>
        <source>A {format} file cannot be {size} pixels: its longest side is {longest}. Take PNG or TIFF.</source>
        <translation>Eine {format}-Datei kann nicht {size} Pixel groß sein: Ihre längste Seite ist {longest}. Nehmen Sie PNG oder TIFF.</translation>
    </message>
    <message>
        <source>{target} is a folder, not a file.</source>
        <translation>{target} ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Es gibt keinen Ordner {folder}.</translation>
    </message>
    <message>
        <source>The disk is too full for {name}: it needs about {needed}, {free} are free.</source>
        <translation>Der Datenträger ist zu voll für {name}: Nötig sind etwa {needed}, frei sind {free}.</translation>
    </message>
    <message>
        <source>A {format} file of {size} pixels needs about {needed} of memory to write, {free} are free. Take PNG, TIFF or JPEG.</source>
        <translation>Eine {format}-Datei mit {size} Pixeln zu schreiben braucht etwa {needed} Arbeitsspeicher, frei sind {free}. Nehmen Sie PNG, TIFF oder JPEG.</translation>
    </message>
    <message>
        <source>{size:.1f} GB</source>
        <translation>{size:.1f} GB</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder {folder}: {reason}.</source>
        <translation>In den Ordner {folder} lässt sich nichts schreiben: {reason}.</translation>
    </message>
    <message>
        <source>{name} is write-protected or in use by another program.</source>
        <translation>{name} ist schreibgeschützt oder wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>{name} is animated; Fourfold takes single photos.</source>
        <translation>{name} ist animiert; Fourfold nimmt einzelne Fotos.</translation>
    </message>
    <message>
        <source>{name} says it has {size} pixels; Fourfold opens photos of up to {most} megapixels.</source>
        <translation>{name} hat laut Datei {size} Pixel; Fourfold öffnet Fotos bis {most} Megapixel.</translation>
    </message>
    <message>
        <source>{name} {obstacle}.</source>
        <translation>{name} {obstacle}.</translation>
    </message>
    <message>
        <source>is a camera raw file; develop it to a TIFF or JPEG first</source>
        <translation>ist eine Rohdatei einer Kamera; entwickeln Sie sie zuerst zu TIFF oder JPEG</translation>
    </message>
    <message>
        <source>is in Lab colours of 8 bits; save it in RGB or with 16 bits first</source>
        <translation>hat Lab-Farben mit 8 Bit; speichern Sie es zuerst in RGB oder mit 16 Bit</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {reason}.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen: {reason}.</translation>
    </message>
    <message>
        <source>There is not enough free memory; close other programs, or allow this one more.</source>
        <translation>Es ist nicht genug Arbeitsspeicher frei; schließen Sie andere Programme oder erlauben Sie diesem mehr.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be read: {reason}.</source>
        <translation>Der Ordner {path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{path} leads back to a folder that was looked into already.</source>
        <translation>{path} führt in einen Ordner zurück, der schon durchsucht wurde.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>ohne Angabe von Gründen</translation>
    </message>
    <message>
        <source>32-bit floating-point</source>
        <translation>32-Bit-Gleitkommazahlen</translation>
    </message>
    <message>
        <source>64-bit floating-point</source>
        <translation>64-Bit-Gleitkommazahlen</translation>
    </message>
    <message>
        <source>{name} is animated or holds several pictures; Fourfold takes single photos.</source>
        <translation>{name} ist animiert oder enthält mehrere Bilder; Fourfold nimmt einzelne Fotos.</translation>
    </message>
    <message>
        <source>{name} has {kind} pixels; Fourfold takes 8 and 16 bits a channel.</source>
        <translation>{name} hat {kind} als Pixel; Fourfold nimmt 8 und 16 Bit je Kanal.</translation>
    </message>
    <message>
        <source>{name} has {bands} channels; Fourfold takes 1 to 4.</source>
        <translation>{name} hat {bands} Kanäle; Fourfold nimmt 1 bis 4.</translation>
    </message>
    <message>
        <source>{name} is damaged or cut short ({reason}).</source>
        <translation>{name} ist beschädigt oder unvollständig ({reason}).</translation>
    </message>
    <message>
        <source>{format} number</source>
        <translation>Zahlen der Art {format}</translation>
    </message>
    <message>
        <source>The encoder failed: {reason}.</source>
        <translation>Das Kodieren ist misslungen: {reason}.</translation>
    </message>
    <message>
        <source>Only {top} of {height} rows came.</source>
        <translation>Nur {top} von {height} Zeilen sind angekommen.</translation>
    </message>
    <message>
        <source>{name} has floating-point pixels; Fourfold takes 8 and 16 bits a channel.</source>
        <translation>{name} hat Gleitkommazahlen als Pixel; Fourfold nimmt 8 und 16 Bit je Kanal.</translation>
    </message>
    <message>
        <source>This edition of Fourfold has no JPEG XL.</source>
        <translation>Diese Ausgabe von Fourfold kann kein JPEG XL.</translation>
    </message>
    <message>
        <source>it is write-protected or in use by another program</source>
        <translation>die Datei ist schreibgeschützt oder wird von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>{name} cannot be saved: {reason}.</source>
        <translation>{name} lässt sich nicht speichern: {reason}.</translation>
    </message>
    <message>
        <source>{name} got more than its {height} rows.</source>
        <translation>{name} hat mehr als seine {height} Zeilen bekommen.</translation>
    </message>
    <message>
        <source>{name} got {rows} of its {height} rows.</source>
        <translation>{name} hat {rows} seiner {height} Zeilen bekommen.</translation>
    </message>
    <message>
        <source>{name} came out different from what was meant and was not kept.</source>
        <translation>{name} ist anders geworden als gewollt und wurde nicht behalten.</translation>
    </message>
    <message>
        <source>{name} was not written faithfully and was not kept.</source>
        <translation>{name} wurde nicht getreu geschrieben und nicht behalten.</translation>
    </message>
    <message>
        <source>{name} could not be read back after writing: {reason}</source>
        <translation>{name} ließ sich nach dem Schreiben nicht zurücklesen: {reason}</translation>
    </message>
    <message>
        <source>A tile is 1 to 1024 pixels wide, not {tile}.</source>
        <translation>Eine Kachel ist 1 bis 1024 Pixel breit, nicht {tile}.</translation>
    </message>
    <message>
        <source>an ONNX model</source>
        <translation>ein Modell in ONNX</translation>
    </message>
    <message>
        <source>half of an ncnn model</source>
        <translation>die Hälfte eines Modells für ncnn</translation>
    </message>
    <message>
        <source>a checkpoint of a training</source>
        <translation>der Zwischenstand eines Trainings</translation>
    </message>
    <message>
        <source>a Keras model</source>
        <translation>ein Modell für Keras</translation>
    </message>
    <message>
        <source>a TensorFlow Lite model</source>
        <translation>ein Modell für TensorFlow Lite</translation>
    </message>
    <message>
        <source>a TensorFlow model</source>
        <translation>ein Modell für TensorFlow</translation>
    </message>
    <message>
        <source>a TensorRT model</source>
        <translation>ein Modell für TensorRT</translation>
    </message>
    <message>
        <source>a file whose ending does not say what it holds</source>
        <translation>eine Datei, deren Endung nicht sagt, was sie enthält</translation>
    </message>
    <message>
        <source>a pointer of Git LFS without the weights themselves</source>
        <translation>ein Verweis von Git LFS ohne die Gewichte selbst</translation>
    </message>
    <message>
        <source>a GGUF model</source>
        <translation>ein Modell in GGUF</translation>
    </message>
    <message>
        <source>an archive that must be unpacked first</source>
        <translation>ein Archiv, das erst entpackt werden muss</translation>
    </message>
    <message>
        <source>{name} is {kind}; Fourfold takes PyTorch&apos;s weights, as .safetensors or .pth.</source>
        <translation>{name} ist {kind}; Fourfold nimmt Gewichte von PyTorch, als .safetensors oder .pth.</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>a program of TorchScript</source>
        <translation>ein Programm in TorchScript</translation>
    </message>
    <message>
        <source>{name} claims to be far larger than it is, so it was refused.</source>
        <translation>{name} gibt vor, viel größer zu sein, als die Datei ist, und wurde darum abgelehnt.</translation>
    </message>
    <message>
        <source>Texture goes between SRResNet and SRGAN; {name} has none to choose.</source>
        <translation>Textur gibt es zwischen SRResNet und SRGAN; bei {name} ist keine zu wählen.</translation>
    </message>
    <message>
        <source>{name} does not give a picture {scale} times as wide and high.</source>
        <translation>{name} ergibt kein Bild, das {scale}-mal so breit und hoch ist.</translation>
    </message>
    <message>
        <source>{name} gives no picture, only values far beyond black and white.</source>
        <translation>{name} ergibt kein Bild, nur Werte weit jenseits von Schwarz und Weiß.</translation>
    </message>
    <message>
        <source>{name} holds a network that does not upscale colour photos.</source>
        <translation>{name} enthält ein Netz, das keine Farbfotos hochskaliert.</translation>
    </message>
    <message>
        <source>{name} holds values that are not finite numbers.</source>
        <translation>{name} enthält Werte, die keine endlichen Zahlen sind.</translation>
    </message>
    <message>
        <source>{name} was refused: it contains more than weights ({reason}).</source>
        <translation>{name} wurde abgelehnt: Die Datei enthält mehr als Gewichte ({reason}).</translation>
    </message>
    <message>
        <source>{name} holds no network that Fourfold knows, or it is damaged.</source>
        <translation>{name} enthält kein Netz, das Fourfold kennt, oder ist beschädigt.</translation>
    </message>
    <message>
        <source>The name template {template!r} gives an empty name.</source>
        <translation>Die Namensvorlage „{template}“ ergibt einen leeren Namen.</translation>
    </message>
    <message>
        <source>The name template {template!r} may hold {fields} and plain text.</source>
        <translation>Die Namensvorlage „{template}“ darf {fields} und einfachen Text enthalten.</translation>
    </message>
    <message>
        <source>There is not enough free memory for even the smallest tile; close other programs.</source>
        <translation>Der freie Speicher reicht nicht einmal für die kleinste Kachel; schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation>das Speicherkontingent ist erschöpft</translation>
    </message>
    <message>
        <source>the file would be larger than this disk allows</source>
        <translation>die Datei wäre größer, als dieser Datenträger erlaubt</translation>
    </message>
    <message>
        <source>the disk is write-protected</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the disk has an error</source>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>long-edge</source>
        <translation>lange Seite</translation>
    </message>
    <message>
        <source>megapixels</source>
        <translation>Megapixel</translation>
    </message>
    <message>
        <source>The result would be {target}, but this model reaches at most {most} from a photo of {source}.</source>
        <translation>Das Ergebnis hätte {target} Pixel, aber dieses Modell erreicht aus einem Foto von {source} höchstens {most}.</translation>
    </message>
    <message>
        <source>The {measure} must be a number above zero, not {value:g}.</source>
        <translation>Die Angabe „{measure}“ muss eine Zahl über null sein, nicht {value:g}.</translation>
    </message>
    <message>
        <source>The result would be too large for any file; ask for a smaller {measure}.</source>
        <translation>Das Ergebnis wäre für jede Datei zu groß; wählen Sie einen kleineren Wert ({measure}).</translation>
    </message>
    <message>
        <source>{name} came out {done} rows high instead of {height}.</source>
        <translation>{name} ist {done} statt {height} Zeilen hoch geworden.</translation>
    </message>
    <message>
        <source>Its {what} equal the whole</source>
        <translation>Die {what} ergeben dasselbe wie das Ganze</translation>
    </message>
    <message>
        <source>{verdict}: at most {distance:.1e} apart, {stray:.3%} of 8-bit levels off.</source>
        <translation>{verdict}: höchstens {distance:.1e} Unterschied, {stray:.3%} der 8-Bit-Stufen verschoben.</translation>
    </message>
    <message>
        <source>On {device} in {kind} it is {ratio:.1f} dB from float32 on the CPU.</source>
        <translation>Auf {device} in {kind} liegt es {ratio:.1f} dB von float32 auf dem Prozessor.</translation>
    </message>
    <message>
        <source>{format}, {depth} bits</source>
        <translation>{format}, {depth} Bit</translation>
    </message>
    <message>
        <source>Its {what} differ from the whole</source>
        <translation>Die {what} weichen vom Ganzen ab</translation>
    </message>
    <message>
        <source>{model}: {what}</source>
        <translation>{model}: {what}</translation>
    </message>
    <message>
        <source>{model}: precision</source>
        <translation>{model}: Genauigkeit</translation>
    </message>
    <message>
        <source>It came back as {size} with {channels} channels.</source>
        <translation>Es kam als {size} mit {channels} Kanälen zurück.</translation>
    </message>
    <message>
        <source>Written and read again it is {ratio:.1f} dB from what it was.</source>
        <translation>Geschrieben und wieder gelesen liegt das Bild {ratio:.1f} dB vom Ausgang.</translation>
    </message>
    <message>
        <source>tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Written and read again it is equal to what it was.</source>
        <translation>Geschrieben und wieder gelesen ist das Bild dasselbe wie zuvor.</translation>
    </message>
    <message>
        <source>{name} holds weights of another program; import it as a foreign model.</source>
        <translation>{name} enthält Gewichte eines anderen Programms; fügen Sie sie als fremdes Modell hinzu.</translation>
    </message>
    <message>
        <source>{name} is damaged: its contents do not match its checksum.</source>
        <translation>{name} ist beschädigt: Der Inhalt passt nicht zur Prüfsumme.</translation>
    </message>
    <message>
        <source>{name} holds values that are not finite numbers; its training must have failed.</source>
        <translation>{name} enthält Werte, die keine endlichen Zahlen sind; das Training muss misslungen sein.</translation>
    </message>
    <message>
        <source>A share of texture goes from 0 to 1, not {share:g}.</source>
        <translation>Ein Anteil der Textur geht von 0 bis 1, nicht {share:g}.</translation>
    </message>
    <message>
        <source>{first} and {second} cannot be mixed: their networks differ.</source>
        <translation>{first} und {second} lassen sich nicht mischen: Ihre Netze sind verschieden.</translation>
    </message>
    <message>
        <source>{name} does not fit the network that it describes.</source>
        <translation>{name} passt nicht zu dem Netz, das die Datei beschreibt.</translation>
    </message>
    <message>
        <source>The weights were not saved to {path}: {reason}.</source>
        <translation>Die Gewichte wurden nicht in {path} gespeichert: {reason}.</translation>
    </message>
    <message>
        <source>{name} is damaged: its tensors are not where its header says.</source>
        <translation>{name} ist beschädigt: Die Tensoren liegen nicht dort, wo der Kopf der Datei sie nennt.</translation>
    </message>
    <message>
        <source>All checkpoints in {folder} are damaged.</source>
        <translation>Alle Zwischenstände in {folder} sind beschädigt.</translation>
    </message>
    <message>
        <source>VGG19&apos;s weights are not here: local contrast, which knows less, stands in for it.</source>
        <translation>Die Gewichte von VGG19 sind nicht hier: Der lokale Kontrast springt ein, der weniger weiß.</translation>
    </message>
    <message>
        <source>A training needs --photos and --out, or --resume.</source>
        <translation>Ein Training braucht --photos und --out, oder --resume.</translation>
    </message>
    <message>
        <source>{name} cannot be trained on; begin from srresnet, srgan or a model made from them.</source>
        <translation>{name} lässt sich nicht weiter trainieren; gehen Sie von srresnet, srgan oder einem daraus entstandenen Modell aus.</translation>
    </message>
    <message>
        <source>Timing a training needs --photos.</source>
        <translation>Um ein Training zu messen, braucht es --photos.</translation>
    </message>
    <message>
        <source>The list of photos to leave out cannot be read: {reason}.</source>
        <translation>Die Liste der auszulassenden Fotos lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>Memory ran out; resume with a smaller data.batch or data.patch (--set data.batch=4).</source>
        <translation>Der Speicher reicht nicht; setzen Sie mit kleinerem data.batch oder data.patch fort (--set data.batch=4).</translation>
    </message>
    <message>
        <source>The recipe {file} cannot be read: {reason}.</source>
        <translation>Das Rezept {file} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>There is no recipe {name}; there are {known}.</source>
        <translation>Es gibt kein Rezept {name}; es gibt {known}.</translation>
    </message>
    <message>
        <source>There are no photos to train on.</source>
        <translation>Es gibt keine Fotos zum Trainieren.</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>zu klein</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>unscharf</translation>
    </message>
    <message>
        <source>enlarged</source>
        <translation>schon vergrößert</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>stark komprimiert</translation>
    </message>
    <message>
        <source>Photos that serve: {photos}, with {megapixels:.1f} megapixels, which is too few; add more, until there are {fewest} sharp photos, or fewer with {least} megapixels in all.</source>
        <translation>Brauchbare Fotos: {photos}, mit {megapixels:.1f} Megapixeln, und das sind zu wenige; fügen Sie weitere hinzu, bis es {fewest} scharfe Fotos sind oder weniger mit zusammen {least} Megapixeln.</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>eine Pipe</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ein Socket</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>{path} is {kind}, not a photo.</source>
        <translation>{path} ist {kind}, kein Foto.</translation>
    </message>
    <message>
        <source>Results of Fourfold left out: {count}. Name one to upscale it.</source>
        <translation>Ausgelassene Ergebnisse von Fourfold: {count}. Nennen Sie eines, um es zu vergrößern.</translation>
    </message>
    <message>
        <source>The photo&apos;s gain map, which brightens it on HDR screens, is not kept.</source>
        <translation>Die Helligkeitskarte (Gain Map) des Fotos, die es auf HDR-Bildschirmen aufhellt, bleibt nicht erhalten.</translation>
    </message>
    <message>
        <source>The photo&apos;s depth map is not kept.</source>
        <translation>Die Tiefenkarte des Fotos bleibt nicht erhalten.</translation>
    </message>
    <message>
        <source>The moving part of the photo is not kept.</source>
        <translation>Der bewegte Teil des Fotos bleibt nicht erhalten.</translation>
    </message>
    <message>
        <source>The photo is HDR; its colours are brought to the brightness of a usual screen.</source>
        <translation>Das Foto ist in HDR; seine Farben werden auf die Helligkeit eines üblichen Bildschirms gebracht.</translation>
    </message>
    <message>
        <source>The file holds {count} pictures; only the main one is taken.</source>
        <translation>Die Datei enthält {count} Bilder; nur das Hauptbild wird genommen.</translation>
    </message>
    <message>
        <source>is a JPEG of {bits} bits a channel; Fourfold takes those of 8</source>
        <translation>ist ein JPEG mit {bits} Bit je Kanal; Fourfold nimmt solche mit 8</translation>
    </message>
    <message>
        <source>is a hierarchical JPEG, which Fourfold does not read</source>
        <translation>ist ein hierarchisches JPEG, das Fourfold nicht liest</translation>
    </message>
    <message>
        <source>comes in more than {most} scans, which no photo does</source>
        <translation>kommt in mehr als {most} Durchgängen, wie kein Foto</translation>
    </message>
    <message>
        <source>has more than {most} parts, which no photo has</source>
        <translation>hat mehr als {most} Teile, wie kein Foto</translation>
    </message>
    <message>
        <source>has EXIF that refers to itself again and again</source>
        <translation>hat EXIF-Daten, die immer wieder auf sich selbst verweisen</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>vorzeichenbehaftete</translation>
    </message>
    <message>
        <source>floating-point</source>
        <translation>Gleitkomma-</translation>
    </message>
    <message>
        <source>complex</source>
        <translation>komplexe</translation>
    </message>
    <message>
        <source>has {bits}-bit {kind} pixels; Fourfold takes unsigned ones of 8 and 16 bits a channel</source>
        <translation>hat {bits}-Bit-Pixel ({kind}); Fourfold nimmt vorzeichenlose mit 8 und 16 Bit je Kanal</translation>
    </message>
    <message>
        <source>is packed by {kind}, which Fourfold does not read; save it with LZW or ZIP</source>
        <translation>ist mit {kind} gepackt, was Fourfold nicht liest; speichern Sie es mit LZW oder ZIP</translation>
    </message>
    <message>
        <source>has tiles of one colour each, which Fourfold does not read; save it interleaved</source>
        <translation>hat Kacheln mit je einer Farbe, was Fourfold nicht liest; speichern Sie es verschränkt</translation>
    </message>
    <message>
        <source>has more than {most} pages; Fourfold takes single photos</source>
        <translation>hat mehr als {most} Seiten; Fourfold nimmt einzelne Fotos</translation>
    </message>
    <message>
        <source>has {pages} pages; Fourfold takes single photos</source>
        <translation>hat {pages} Seiten; Fourfold nimmt einzelne Fotos</translation>
    </message>
    <message>
        <source>has tags that are larger than the file itself</source>
        <translation>hat Angaben, die größer sind als die Datei selbst</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>vorzeichenlose</translation>
    </message>
    <message>
        <source>{name} is a bitmap of run lengths with more than {most} megapixels; save it as PNG.</source>
        <translation>{name} ist eine lauflängenkodierte Bitmap mit mehr als {most} Megapixeln; speichern Sie sie als PNG.</translation>
    </message>
    <message>
        <source>{name} has pixels of an unknown kind ({kind}).</source>
        <translation>{name} hat Pixel einer unbekannten Art ({kind}).</translation>
    </message>
    <message>
        <source>{name} is larger than any photo.</source>
        <translation>{name} ist größer als jedes Foto.</translation>
    </message>
    <message>
        <source>is a video; Fourfold takes single photos</source>
        <translation>ist ein Video; Fourfold nimmt einzelne Fotos</translation>
    </message>
    <message>
        <source>is a web page, not a photo; save the picture itself</source>
        <translation>ist eine Webseite, kein Foto; speichern Sie das Bild selbst</translation>
    </message>
    <message>
        <source>is a {kind} file, which Fourfold does not read; save it as PNG or TIFF</source>
        <translation>ist eine {kind}-Datei, die Fourfold nicht liest; speichern Sie sie als PNG oder TIFF</translation>
    </message>
    <message>
        <source>{name} says it has {size} pixels; Fourfold opens photos whose longer side is up to {most}.</source>
        <translation>{name} soll {size} Pixel haben; Fourfold öffnet Fotos, deren längere Seite bis zu {most} misst.</translation>
    </message>
    <message>
        <source>{name} says it has {size} pixels, far more than a photo has in so small a file.</source>
        <translation>{name} soll {size} Pixel haben, weit mehr als ein Foto in einer so kleinen Datei.</translation>
    </message>
    <message>
        <source>The camera maker&apos;s own data in EXIF (MakerNote) is left out: elsewhere it would point to nothing.</source>
        <translation>Die eigenen Daten des Kameraherstellers in EXIF (MakerNote) entfallen: An anderer Stelle würden sie ins Leere zeigen.</translation>
    </message>
    <message>
        <source>{kind} is left out: {format} holds no more than 64 KB of it.</source>
        <translation>{kind} entfällt: {format} fasst davon nicht mehr als 64 KB.</translation>
    </message>
    <message>
        <source>EXIF is damaged and left out.</source>
        <translation>EXIF ist beschädigt und entfällt.</translation>
    </message>
    <message>
        <source>XMP is damaged and left out.</source>
        <translation>XMP ist beschädigt und entfällt.</translation>
    </message>
    <message>
        <source>IPTC is left out: {format} has no place for it.</source>
        <translation>IPTC entfällt: {format} hat keinen Platz dafür.</translation>
    </message>
    <message>
        <source>{format} has no place for these texts, which are left out: {names}.</source>
        <translation>{format} hat keinen Platz für diese Texte, die entfallen: {names}.</translation>
    </message>
    <message>
        <source>{name} is too long for the name of a file.</source>
        <translation>{name} ist zu lang für einen Dateinamen.</translation>
    </message>
    <message>
        <source>The file lacks its end; perhaps it was not copied whole.</source>
        <translation>Der Datei fehlt das Ende; vielleicht wurde sie nicht ganz kopiert.</translation>
    </message>
    <message>
        <source>{name} is damaged: its size is not what it says.</source>
        <translation>{name} ist beschädigt: Die Größe ist nicht die angegebene.</translation>
    </message>
    <message>
        <source>The file has {pages} pages; only the first is taken.</source>
        <translation>Die Datei hat {pages} Seiten; nur die erste wird genommen.</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>die Verknüpfungen führen im Kreis</translation>
    </message>
    <message>
        <source>{before}, {last}</source>
        <translation>{before}, {last}</translation>
    </message>
    <message>
        <source>{kept} of {photos} photos serve ({megapixels:.1f} megapixels)</source>
        <translation>{kept} von {photos} Fotos sind brauchbar ({megapixels:.1f} Megapixel)</translation>
    </message>
    <message>
        <source>{serving}; left out: {counts}.</source>
        <translation>{serving}; ausgelassen: {counts}.</translation>
    </message>
    <message>
        <source>{count} {problem}</source>
        <translation>{count} {problem}</translation>
    </message>
    <message>
        <source>{serving}.</source>
        <translation>{serving}.</translation>
    </message>
    <message>
        <source>{url} is no address to download from; it has to begin with https://.</source>
        <translation>Von {url} wird nichts heruntergeladen; die Adresse muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>The photos of --replay are not used: data.replay_share of the recipe is 0.</source>
        <translation>Die Fotos von --replay werden nicht verwendet: data.replay_share des Rezepts ist 0.</translation>
    </message>
    <message>
        <source>Ignored in {work}: {options}.</source>
        <translation>Ohne Wirkung {work}: {options}.</translation>
    </message>
    <message>
        <source>timing ten steps</source>
        <translation>beim Messen von zehn Schritten</translation>
    </message>
    <message>
        <source>going on with a training</source>
        <translation>beim Fortsetzen eines Trainings</translation>
    </message>
    <message>
        <source>The recipe {file} is no text.</source>
        <translation>Das Rezept {file} ist kein Text.</translation>
    </message>
    <message>
        <source>A recipe cannot be called {name}: its weights get that name, so it has to be one that a file can have.</source>
        <translation>Ein Rezept kann nicht {name} heißen: Seine Gewichte bekommen diesen Namen, also muss eine Datei so heißen können.</translation>
    </message>
    <message>
        <source>{path} holds {names} already; choose another folder.</source>
        <translation>{path} enthält schon {names}; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Ignored, as nothing is downloaded: {options}.</source>
        <translation>Ohne Wirkung, da nichts heruntergeladen wird: {options}.</translation>
    </message>
    <message>
        <source>{model}: device</source>
        <translation>{model}: Gerät</translation>
    </message>
    <message>
        <source>{device} computes wrong, so the CPU is used; a newer driver may help.</source>
        <translation>{device} rechnet falsch, darum wird die CPU benutzt; ein neuerer Treiber hilft vielleicht.</translation>
    </message>
    <message>
        <source>{device} computed wrong or broke off before, so the CPU is used until it has another driver.</source>
        <translation>{device} hat schon falsch gerechnet oder abgebrochen, darum wird die CPU benutzt, bis ein anderer Treiber da ist.</translation>
    </message>
    <message>
        <source>{device} broke off, so the CPU is used from here on; a newer driver may help.</source>
        <translation>{device} hat abgebrochen, darum wird ab jetzt die CPU benutzt; ein neuerer Treiber hilft vielleicht.</translation>
    </message>
    <message>
        <source>{model} is a network of another program, which {device} cannot compute, so the CPU is used.</source>
        <translation>{model} ist ein Netz eines anderen Programms, das {device} nicht rechnen kann, darum wird die CPU benutzt.</translation>
    </message>
    <message>
        <source>XMP is left out: it is far longer than that of any photo.</source>
        <translation>XMP entfällt: Es ist weit länger als das irgendeines Fotos.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>Der Ordner {folder} kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>Memory ran out; compare in another folder with a smaller data.batch or data.patch (--set data.batch=4).</source>
        <translation>Der Speicher reicht nicht; vergleichen Sie in einem anderen Ordner mit kleinerem data.batch oder data.patch (--set data.batch=4).</translation>
    </message>
    <message>
        <source>The opinions of --study stand in the tables of --paper; ask for both.</source>
        <translation>Die Meinungen von --study stehen in den Tabellen von --paper; bitte beides angeben.</translation>
    </message>
    <message>
        <source>beginning a training</source>
        <translation>beim Beginn eines Trainings</translation>
    </message>
    <message>
        <source>The model of --teacher is not asked: content.teacher of the recipe is 0.</source>
        <translation>Das Modell von --teacher wird nicht gefragt: content.teacher des Rezepts ist 0.</translation>
    </message>
    <message>
        <source>All these photos are of one burst, so those held back are like those that are learned from: the verdict will be too kind.</source>
        <translation>Alle diese Fotos gehören zu einer Serie; die zurückgehaltenen gleichen also denen, aus denen gelernt wird: Das Urteil wird zu günstig sein.</translation>
    </message>
    <message>
        <source>{path} has become shorter since this training began.</source>
        <translation>{path} ist kürzer geworden, seit dieses Training begonnen hat.</translation>
    </message>
    <message>
        <source>There are no photos in {folder} to learn from. {news}</source>
        <translation>In {folder} sind keine Fotos, aus denen sich lernen lässt. {news}</translation>
    </message>
    <message>
        <source>Passed by: {count}. {first}</source>
        <translation>Übergangen: {count}. {first}</translation>
    </message>
    <message>
        <source>Results of Fourfold left out: {count}.</source>
        <translation>Ausgelassene Ergebnisse von Fourfold: {count}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}</source>
        <translation>{name} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>The photos in {folder} were stored by another version of Fourfold; remove the folder, and they are stored anew.</source>
        <translation>Die Fotos in {folder} hat eine andere Version von Fourfold abgelegt; löschen Sie den Ordner, dann werden sie neu abgelegt.</translation>
    </message>
    <message>
        <source>The photos take {needed:.1f} GB in {folder}, where {free:.1f} GB are free.</source>
        <translation>Die Fotos brauchen {needed:.1f} GB in {folder}; dort sind {free:.1f} GB frei.</translation>
    </message>
    <message>
        <source>The photos cannot be stored in {folder}: {reason}.</source>
        <translation>Die Fotos lassen sich nicht in {folder} ablegen: {reason}.</translation>
    </message>
    <message>
        <source>What the teacher makes cannot be stored in {folder}: {reason}.</source>
        <translation>Was der Lehrer macht, kann nicht in {folder} abgelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>In {minutes} minutes each network could take {steps} steps, which is too few; give them {needed} or more, or compare fewer.</source>
        <translation>In {minutes} Minuten käme jedes Netz auf {steps} Schritte, das sind zu wenige; geben Sie ihnen {needed} oder mehr, oder vergleichen Sie weniger Netze.</translation>
    </message>
    <message>
        <source>{path} compares other networks; go on with the options that it began with, or choose another folder.</source>
        <translation>{path} vergleicht andere Netze; setzen Sie ihn mit den Optionen fort, mit denen er begann, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Nothing can be written to {path}: {reason}.</source>
        <translation>In {path} kann nichts geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>No photos are held out to measure on; name some with --data.</source>
        <translation>Es sind keine Fotos zum Messen zurückgehalten; nennen Sie welche mit --data.</translation>
    </message>
    <message>
        <source>The paper has scores of {sets}; name a folder of --data so.</source>
        <translation>Die Arbeit hat Werte für {sets}; ein Ordner von --data muss so heißen.</translation>
    </message>
    <message>
        <source>There are {count} results for {name} in {folder}: {files}.</source>
        <translation>Für {name} gibt es in {folder} {count} Ergebnisse: {files}.</translation>
    </message>
    <message>
        <source>There is no original of {name}: it is upscaled as it is.</source>
        <translation>Von {name} gibt es kein Original: Das Foto wird vergrößert, wie es ist.</translation>
    </message>
    <message>
        <source>{name} does not make photos four times as wide and high.</source>
        <translation>{name} macht Fotos nicht viermal so breit und hoch.</translation>
    </message>
    <message>
        <source>{path} is {size} pixels large; a result of {name} is {due}.</source>
        <translation>{path} ist {size} Pixel groß; ein Ergebnis von {name} ist {due} groß.</translation>
    </message>
    <message>
        <source>There is no result for {name} in {folder}.</source>
        <translation>Für {name} gibt es in {folder} kein Ergebnis.</translation>
    </message>
    <message>
        <source>Two methods are called {name}; give the results another name.</source>
        <translation>Zwei Verfahren heißen {name}; geben Sie den Ergebnissen einen anderen Namen.</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}.</source>
        <translation>{path} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>{path} holds no study.</source>
        <translation>{path} enthält keine Studie.</translation>
    </message>
    <message>
        <source>{path} has no key.json: merge it into the folder that has one.</source>
        <translation>In {path} fehlt key.json: Vereinigen Sie den Ordner mit dem, der sie hat.</translation>
    </message>
    <message>
        <source>{path} is the key of another study.</source>
        <translation>{path} ist der Schlüssel einer anderen Studie.</translation>
    </message>
    <message>
        <source>{folder} lacks images, such as {name}.</source>
        <translation>In {folder} fehlen Bilder, zum Beispiel {name}.</translation>
    </message>
    <message>
        <source>{path} holds no study that can be used: {reason}.</source>
        <translation>{path} enthält keine brauchbare Studie: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>A study compares two methods or more.</source>
        <translation>Eine Studie vergleicht mindestens zwei Verfahren.</translation>
    </message>
    <message>
        <source>The original can be judged only where the photos are originals, which are reduced first.</source>
        <translation>Das Original lässt sich nur beurteilen, wenn die Fotos Originale sind, die zuerst verkleinert werden.</translation>
    </message>
    <message>
        <source>A crop is at least {least} pixels wide, not {side}.</source>
        <translation>Ein Ausschnitt ist mindestens {least} Pixel breit, nicht {side}.</translation>
    </message>
    <message>
        <source>The share that is shown again is from 0 to {most}.</source>
        <translation>Der Anteil, der noch einmal gezeigt wird, liegt zwischen 0 und {most}.</translation>
    </message>
    <message>
        <source>There is no photo called {name} to be cropped.</source>
        <translation>Es gibt kein Foto namens {name}, das zuzuschneiden wäre.</translation>
    </message>
    <message>
        <source>{name} is of the calibration; judge another photo, or calibrate on another.</source>
        <translation>{name} dient schon der Einstimmung; beurteilen Sie ein anderes Foto, oder stimmen Sie auf ein anderes ein.</translation>
    </message>
    <message>
        <source>{path} is not empty; choose another folder.</source>
        <translation>{path} ist nicht leer; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{name}: {count} new answers.</source>
        <translation>{name}: neue Antworten: {count}.</translation>
    </message>
    <message>
        <source>{path} is another study than {into}.</source>
        <translation>{path} ist eine andere Studie als {into}.</translation>
    </message>
    <message>
        <source>{name} answered {count} trials differently in {folder}; the later answers count.</source>
        <translation>{name} hat in {folder} {count}-mal anders geantwortet; die späteren Antworten zählen.</translation>
    </message>
    <message>
        <source>{count} raters are called {name}; they count as {count} people.</source>
        <translation>{count} Beurteilende heißen {name}; sie zählen als {count} Personen.</translation>
    </message>
    <message>
        <source>{count} raters are called {name}; say which: {ids}.</source>
        <translation>{count} Beurteilende heißen {name}; sagen Sie, wer gemeint ist: {ids}.</translation>
    </message>
    <message>
        <source>A rater needs a name.</source>
        <translation>Wer beurteilt, braucht einen Namen.</translation>
    </message>
    <message>
        <source>{name} is of another study; take it out of {folder}.</source>
        <translation>{name} gehört zu einer anderen Studie; nehmen Sie die Datei aus {folder}.</translation>
    </message>
    <message>
        <source>{path} does not say whose ratings it holds.</source>
        <translation>{path} sagt nicht, von wem die Beurteilungen sind.</translation>
    </message>
    <message>
        <source>The rating was not kept: {reason}.</source>
        <translation>Die Beurteilung wurde nicht gespeichert: {reason}.</translation>
    </message>
    <message>
        <source>Nobody has rated anything in {path} yet.</source>
        <translation>In {path} hat noch niemand etwas beurteilt.</translation>
    </message>
    <message>
        <source>{method} is liked best.</source>
        <translation>{method} gefällt am besten.</translation>
    </message>
    <message>
        <source>It is better than {others}: that is hardly chance.</source>
        <translation>Es ist besser als {others}: Das ist kaum Zufall.</translation>
    </message>
    <message>
        <source>{count} answers cannot decide between {methods} methods: judge more photos, or compare fewer.</source>
        <translation>{count} Antworten können zwischen {methods} Verfahren nicht entscheiden: Beurteilen Sie mehr Fotos, oder vergleichen Sie weniger Verfahren.</translation>
    </message>
    <message>
        <source>Whether it is better than {others} is open: that may be chance.</source>
        <translation>Ob es besser ist als {others}, bleibt offen: Das kann Zufall sein.</translation>
    </message>
    <message>
        <source>{name} is too small to be judged.</source>
        <translation>{name} ist zu klein, um beurteilt zu werden.</translation>
    </message>
    <message>
        <source>At {left},{top} the crop reaches out of {name}, whose result is {size}.</source>
        <translation>Bei {left},{top} ragt der Ausschnitt aus {name} heraus; das Ergebnis ist {size} groß.</translation>
    </message>
    <message>
        <source>Two photos are called {name}; results could not be told apart.</source>
        <translation>Zwei Fotos heißen {name}; ihre Ergebnisse ließen sich nicht unterscheiden.</translation>
    </message>
    <message>
        <source>The recipe was not written to {path}: {reason}.</source>
        <translation>Das Rezept wurde nicht in {path} geschrieben: {reason}.</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>discriminator</source>
        <translation>Diskriminator</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>A training goes on with the {part} that it began with; leave its settings as they were, or begin a new training.</source>
        <translation>Ein Training geht mit dem {part} weiter, mit dem es begann; lassen Sie dessen Einstellungen, wie sie waren, oder beginnen Sie ein neues.</translation>
    </message>
    <message>
        <source>{change} with {mix:.0%} of the training, and other photos stay as good as they were.</source>
        <translation>{change}, wenn {mix:.0%} des Trainings genommen werden, und andere Fotos bleiben so gut, wie sie waren.</translation>
    </message>
    <message>
        <source>As {features} sees it, photos like yours move {share:.1%} away</source>
        <translation>Nach {features} entfernen sich Fotos wie Ihre vom Original um {share:.1%}</translation>
    </message>
    <message>
        <source>{folder} cannot be moved: {reason}.</source>
        <translation>{folder} lässt sich nicht verschieben: {reason}.</translation>
    </message>
    <message>
        <source>other photos move {share:.1%} away</source>
        <translation>andere entfernen sich um {share:.1%}</translation>
    </message>
    <message>
        <source>Photos like yours gain {gain:.3f} dB</source>
        <translation>Fotos wie Ihre gewinnen {gain:.3f} dB</translation>
    </message>
    <message>
        <source>Photos like yours lose {loss:.3f} dB</source>
        <translation>Fotos wie Ihre verlieren {loss:.3f} dB</translation>
    </message>
    <message>
        <source>As {features} sees it, photos like yours come {share:.1%} closer</source>
        <translation>Nach {features} kommen Fotos wie Ihre dem Original {share:.1%} näher</translation>
    </message>
    <message>
        <source>other photos lose {loss:.3f} dB</source>
        <translation>andere verlieren {loss:.3f} dB</translation>
    </message>
    <message>
        <source>A change is added to a model or a weights file: name it with --from.</source>
        <translation>Eine Änderung wird zu einem Modell oder einer Datei mit Gewichten addiert: Nennen Sie diese mit --from.</translation>
    </message>
    <message>
        <source>{path} is damaged; remove it and start again: what is missing is made anew.</source>
        <translation>{path} ist beschädigt; löschen Sie die Datei und starten Sie neu: Was fehlt, wird neu angelegt.</translation>
    </message>
    <message>
        <source>This recipe is of an earlier version of Fourfold, whose setting {part}.{name} is gone; begin a new training with one of today&apos;s recipes.</source>
        <translation>Dieses Rezept stammt von einer früheren Version von Fourfold, deren Einstellung {part}.{name} es nicht mehr gibt; beginnen Sie ein neues Training mit einem heutigen Rezept.</translation>
    </message>
    <message>
        <source>{methods} are liked equally well, before the others.</source>
        <translation>{methods} gefallen gleich gut, vor den anderen.</translation>
    </message>
    <message>
        <source>{before} and {after} have another network than {base}.</source>
        <translation>{before} und {after} haben ein anderes Netz als {base}.</translation>
    </message>
    <message>
        <source>Nothing is compiled here: torch finds no compiler that works.</source>
        <translation>Hier wird nichts kompiliert: torch findet keinen Compiler, der funktioniert.</translation>
    </message>
    <message>
        <source>Photos to learn from: {count}, which take {needed:.1f} GB of memory, where {free:.1f} GB are free; --store FOLDER reads them from disk.</source>
        <translation>Fotos zum Lernen: {count}; sie brauchen {needed:.1f} GB Speicher, frei sind {free:.1f} GB. Mit --store ORDNER werden sie von der Platte gelesen.</translation>
    </message>
    <message>
        <source>{name} enlarges by {teacher}, and what it is to teach by {scale}; choose another teacher.</source>
        <translation>{name} vergrößert um {teacher}, und was lernen soll, um {scale}; wählen Sie einen anderen Lehrer.</translation>
    </message>
    <message>
        <source>local contrast</source>
        <translation>örtlichem Kontrast</translation>
    </message>
    <message>
        <source>{change}, and other photos stay as good as they were.</source>
        <translation>{change}, und andere bleiben so gut wie zuvor.</translation>
    </message>
    <message>
        <source>{change}, but they lose {cost:.2f} dB of PSNR: part of the new texture is noise.</source>
        <translation>{change}, verlieren aber {cost:.2f} dB PSNR: Ein Teil der neuen Textur ist Rauschen.</translation>
    </message>
    <message>
        <source>{change}, but one photo is too few to tell; use more photos.</source>
        <translation>{change}, aber ein Foto reicht nicht für ein Urteil; nehmen Sie mehr Fotos.</translation>
    </message>
    <message>
        <source>{change}, but not all of the {photos} held-out photos agree; use more photos.</source>
        <translation>{change}, aber nicht alle der {photos} zurückgehaltenen Fotos sind sich darin einig; nehmen Sie mehr Fotos.</translation>
    </message>
    <message>
        <source>No step was better on held-out photos than the model that it began from: too little to learn.</source>
        <translation>Auf den zurückgehaltenen Fotos war kein Schritt besser als das Modell, von dem das Training ausging: zu wenig zu lernen.</translation>
    </message>
    <message>
        <source>{change}, too little to matter.</source>
        <translation>{change}, zu wenig, um zu zählen.</translation>
    </message>
    <message>
        <source>{change}: the model that it began from is better.</source>
        <translation>{change}: Das Modell, von dem es ausging, ist besser.</translation>
    </message>
    <message>
        <source>{change}, which is not clear, and {forgotten}.</source>
        <translation>{change}, was nicht deutlich ist, und {forgotten}.</translation>
    </message>
    <message>
        <source>{path} did not begin from a model, so there is nothing to compare with.</source>
        <translation>{path} ging von keinem Modell aus, also gibt es nichts zum Vergleichen.</translation>
    </message>
    <message>
        <source>{path} holds no model yet; continue the training until it has saved one.</source>
        <translation>{path} enthält noch kein Modell; setzen Sie das Training fort, bis es eines gespeichert hat.</translation>
    </message>
    <message>
        <source>{path} has no held-out photos to judge by.</source>
        <translation>{path} hat keine zurückgehaltenen Fotos zum Beurteilen.</translation>
    </message>
    <message>
        <source>The verdict was not written to {path}: {reason}.</source>
        <translation>Das Urteil wurde nicht in {path} geschrieben: {reason}.</translation>
    </message>
    <message>
        <source>No smaller share of it does both.</source>
        <translation>Kein kleinerer Anteil davon schafft beides.</translation>
    </message>
    <message>
        <source>The verdict in {path} cannot be read: {reason}.</source>
        <translation>Das Urteil in {path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was saved at step {step}: {reason}.</source>
        <translation>Bei Schritt {step} wurde nichts gespeichert: {reason}.</translation>
    </message>
    <message>
        <source>There are no photos in {folder}: it needs JPEG, PNG, WebP, TIFF or HEIC files.</source>
        <translation>In {folder} sind keine Fotos: Es braucht JPEG-, PNG-, WebP-, TIFF- oder HEIC-Dateien.</translation>
    </message>
    <message>
        <source>{path} has changed since this training began; start a new one.</source>
        <translation>{path} hat sich seit Beginn dieses Trainings geändert; beginnen Sie ein neues.</translation>
    </message>
    <message>
        <source>{name} cannot be read as a picture: {reason}.</source>
        <translation>{name} lässt sich nicht als Bild lesen: {reason}.</translation>
    </message>
    <message>
        <source>{path} holds no checkpoint to begin from.</source>
        <translation>{path} enthält keinen Zwischenstand, von dem aus begonnen werden kann.</translation>
    </message>
    <message>
        <source>None of the photos in {folder} serves: {found}</source>
        <translation>Keines der Fotos in {folder} ist brauchbar: {found}</translation>
    </message>
    <message>
        <source>None of the photos in {folder} serves to be replayed: {found}</source>
        <translation>Keines der Fotos in {folder} ist zum Wiederholen brauchbar: {found}</translation>
    </message>
    <message>
        <source>The setting {name} cannot be {value}; it is now {now}.</source>
        <translation>Die Einstellung {name} kann nicht {value} sein; sie ist jetzt {now}.</translation>
    </message>
    <message>
        <source>The recipe is not valid TOML: {reason}.</source>
        <translation>Das Rezept ist kein gültiges TOML: {reason}.</translation>
    </message>
    <message>
        <source>A setting looks like data.batch=8, not like {setting}.</source>
        <translation>Eine Einstellung sieht aus wie data.batch=8, nicht wie {setting}.</translation>
    </message>
    <message>
        <source>A recipe has the parts {parts}; there is no {part}.</source>
        <translation>Ein Rezept hat die Teile {parts}; es gibt kein {part}.</translation>
    </message>
    <message>
        <source>There is no setting {part}.{name}.</source>
        <translation>Es gibt keine Einstellung {part}.{name}.</translation>
    </message>
    <message>
        <source>The setting [{part}] is wrong: {reason}.</source>
        <translation>Die Einstellung [{part}] ist falsch: {reason}.</translation>
    </message>
    <message>
        <source>Recipe {name}: {rule}.</source>
        <translation>Rezept {name}: {rule}.</translation>
    </message>
    <message>
        <source>{path} already holds a training; continue it with --resume, or choose another folder.</source>
        <translation>{path} enthält schon ein Training; setzen Sie es mit --resume fort oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The run folder {path} cannot be made: {reason}.</source>
        <translation>Der Ordner {path} für das Training lässt sich nicht anlegen: {reason}.</translation>
    </message>
    <message>
        <source>{path} holds no training that can be continued: {reason}.</source>
        <translation>{path} enthält kein Training, das sich fortsetzen lässt: {reason}.</translation>
    </message>
    <message>
        <source>The weights in {file} cannot be read: {reason}.</source>
        <translation>Die Gewichte in {file} lassen sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>None of the photos in {folder} that were tried can be used.</source>
        <translation>Keines der probierten Fotos in {folder} ist brauchbar.</translation>
    </message>
    <message>
        <source>The loss was not a finite number for {steps} steps; resume from the last checkpoint with half the learning rate (--set optimiser.learning_rate=...).</source>
        <translation>Der Verlust war {steps} Schritte lang keine endliche Zahl; setzen Sie vom letzten Zwischenstand mit halber Lernrate fort (--set optimiser.learning_rate=...).</translation>
    </message>
    <message>
        <source>{file} does not hold VGG19&apos;s weights: features.{number} is not there.</source>
        <translation>{file} enthält nicht die Gewichte von VGG19: features.{number} fehlt.</translation>
    </message>
    <message>
        <source>{name} does not hold VGG19&apos;s weights; choose another file.</source>
        <translation>In {name} sind keine Gewichte von VGG19; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>What {url} gave is not the file that was published; try again later.</source>
        <translation>Was {url} lieferte, ist nicht die veröffentlichte Datei; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>{url} cannot be downloaded: the server answered {code}.</source>
        <translation>{url} lässt sich nicht herunterladen: Der Server antwortete mit {code}.</translation>
    </message>
    <message>
        <source>The download of VGG19 was cut ({reason}); the next try goes on from there.</source>
        <translation>Das Herunterladen von VGG19 brach ab ({reason}); der nächste Versuch geht dort weiter.</translation>
    </message>
    <message>
        <source>VGG19&apos;s weights were not saved to {folder}: {reason}.</source>
        <translation>Die Gewichte von VGG19 wurden nicht in {folder} gespeichert: {reason}.</translation>
    </message>
    <message>
        <source>{name} is the photo itself; choose another name for the result.</source>
        <translation>{name} ist das Foto selbst; wählen Sie einen anderen Namen für das Ergebnis.</translation>
    </message>
    <message>
        <source>{change}, but {forgotten}.</source>
        <translation>{change}, aber {forgotten}.</translation>
    </message>
    <message>
        <source>A reference for this photo is {wanted} pixels, four times its size, not {given}.</source>
        <translation>Eine Referenz für dieses Foto hat {wanted} Pixel, das Vierfache seiner Größe, nicht {given}.</translation>
    </message>
    <message>
        <source>{name} needs {needed:.1f} GB of memory, more than is free.</source>
        <translation>{name} braucht {needed:.1f} GB Arbeitsspeicher, mehr als frei ist.</translation>
    </message>
    <message>
        <source>{name} was not trained by Fourfold; add it on the page Upscale.</source>
        <translation>{name} wurde nicht von Fourfold trainiert; fügen Sie es auf der Seite Hochskalieren hinzu.</translation>
    </message>
    <message>
        <source>{folder} cannot be written: {reason}.</source>
        <translation>In {folder} lässt sich nicht schreiben: {reason}.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Around the photo</source>
        <translation>Um das Foto</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>18 % grey</source>
        <translation>18 % Grau</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>About Fourfold</source>
        <translation>Über Fourfold</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>The language changes when Fourfold starts the next time.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Fourfold.</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>What of the size is given</source>
        <translation>Was von der Größe gegeben ist</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Times as large</source>
        <translation>Mal so groß</translation>
    </message>
    <message>
        <source>Long edge</source>
        <translation>Lange Kante</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Megapixel</translation>
    </message>
    <message>
        <source>Print in cm</source>
        <translation>Druck in cm</translation>
    </message>
    <message>
        <source>Print in inches</source>
        <translation>Druck in Zoll</translation>
    </message>
    <message>
        <source>The long edge</source>
        <translation>Die lange Kante</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Step {} of {}: {}</source>
        <translation>Schritt {} von {}: {}</translation>
    </message>
</context>
<context>
    <name>TrainOnButton</name>
    <message>
        <source>Train on</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Continue to the end that was planned</source>
        <translation>Bis zum geplanten Ende fortfahren</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Gründlich</translation>
    </message>
    <message>
        <source>{}: {} steps more</source>
        <translation>{}: {} Schritte mehr</translation>
    </message>
    <message>
        <source>{}: {} steps more, about {}</source>
        <translation>{}: {} Schritte mehr, etwa {}</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>noch {}</translation>
    </message>
    <message>
        <source>Training {}</source>
        <translation>Training {}</translation>
    </message>
    <message>
        <source>Decide about this training first; then another can begin.</source>
        <translation>Entscheiden Sie zuerst über dieses Training; dann kann ein anderes beginnen.</translation>
    </message>
    <message>
        <source>Drop a folder; its photos are what is learned from.</source>
        <translation>Legen Sie einen Ordner ab; von seinen Fotos wird gelernt.</translation>
    </message>
    <message>
        <source>A folder of your photos</source>
        <translation>Ein Ordner mit Ihren Fotos</translation>
    </message>
    <message>
        <source>It is there again, and waits until you have decided about this one.</source>
        <translation>Es ist wieder da und wartet, bis Sie über dieses entschieden haben.</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>The training on “{}” waits for you.</source>
        <translation>Das Training mit „{}“ wartet auf Sie.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Photos not finished last time: {}.</source>
        <translation>Letztes Mal nicht fertig gewordene Fotos: {}.</translation>
    </message>
</context>
<context>
    <name>UpscalePage</name>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Copied what is visible.</source>
        <translation>Sichtbares kopiert.</translation>
    </message>
</context>
<context>
    <name>VerdictStep</name>
    <message>
        <source>Judging</source>
        <translation>Beurteilung</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Behalten…</translation>
    </message>
    <message>
        <source>Judging on the photos held back…</source>
        <translation>Beurteilung an den zurückgehaltenen Fotos…</translation>
    </message>
    <message>
        <source>There is no verdict.</source>
        <translation>Es gibt kein Urteil.</translation>
    </message>
    <message>
        <source>Keep all the same…</source>
        <translation>Trotzdem behalten…</translation>
    </message>
    <message>
        <source>Keep {} %…</source>
        <translation>{} % behalten…</translation>
    </message>
</context>
<context>
    <name>VerdictView</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Share of the training</source>
        <translation>Anteil des Trainings</translation>
    </message>
    <message>
        <source>Each photo…</source>
        <translation>Jedes Foto…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>0 % is the model it began from. Less than 100 % keeps more of what that one can.</source>
        <translation>0 % ist das Modell, von dem es ausging. Weniger als 100 % behält mehr von dessen Können.</translation>
    </message>
    <message>
        <source>HOW MUCH OF IT</source>
        <translation>WIE VIEL DAVON</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Better on yours, worse on others</source>
        <translation>Besser bei Ihren, schlechter bei anderen</translation>
    </message>
    <message>
        <source>No clear difference</source>
        <translation>Kein klarer Unterschied</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Yours were held back for judging; the others, never learned from, show what was forgotten.</source>
        <translation>Ihre waren zum Beurteilen zurückgehalten; die anderen, aus denen nie gelernt wird, zeigen, was vergessen wurde.</translation>
    </message>
    <message>
        <source>Each was scaled down to a quarter, upscaled and compared with itself.</source>
        <translation>Jedes wurde auf ein Viertel verkleinert, hochskaliert und mit sich verglichen.</translation>
    </message>
    <message>
        <source>PSNR: of the luma in dB, higher is closer.</source>
        <translation>PSNR: der Helligkeit in dB, höher ist näher.</translation>
    </message>
    <message>
        <source>Distance: as {} sees it, lower is closer.</source>
        <translation>Abstand: wie {} ihn sieht, niedriger ist näher.</translation>
    </message>
    <message>
        <source>PSNR gained, in dB</source>
        <translation>Gewonnener PSNR in dB</translation>
    </message>
    <message>
        <source>Distance saved</source>
        <translation>Verringerung des Abstands</translation>
    </message>
    <message>
        <source>{}: yours, and others (dotted)</source>
        <translation>{}: Ihre und andere (gepunktet)</translation>
    </message>
    <message>
        <source>{}: yours</source>
        <translation>{}: Ihre</translation>
    </message>
    <message>
        <source>Yours: {} {} ({})</source>
        <translation>Ihre: {} {} ({})</translation>
    </message>
    <message>
        <source>Others: {} {} ({})</source>
        <translation>Andere: {} {} ({})</translation>
    </message>
</context>
<context>
    <name>Vgg19Field</name>
    <message>
        <source>Download</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Use a file…</source>
        <translation>Datei verwenden…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use another file…</source>
        <translation>Andere Datei nehmen…</translation>
    </message>
    <message>
        <source>A file of VGG19&apos;s weights</source>
        <translation>Eine Datei mit den Gewichten von VGG19</translation>
    </message>
    <message>
        <source>Downloading VGG19: {}</source>
        <translation>VGG19 wird geladen: {}</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Zoom in to compare   Z</source>
        <translation>Zum Vergleichen zoomen   Z</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
</TS>
