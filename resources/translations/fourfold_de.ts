<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
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
        <source>Undo removing</source>
        <translation>Entfernen rückgängig machen</translation>
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
        <source>Show nearest</source>
        <translation>Nächster Nachbar zeigen</translation>
    </message>
    <message>
        <source>Show bicubic</source>
        <translation>Bikubisch zeigen</translation>
    </message>
    <message>
        <source>Show SRResNet</source>
        <translation>SRResNet zeigen</translation>
    </message>
    <message>
        <source>Show SRGAN</source>
        <translation>SRGAN zeigen</translation>
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
        <source>Save all</source>
        <translation>Alle speichern</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Upscale</source>
        <translation>Hochskalieren</translation>
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
        <source>All shortcuts</source>
        <translation>Alle Tastenkürzel</translation>
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
        <source>Alt+drag</source>
        <translation>Alt+Ziehen</translation>
    </message>
    <message>
        <source>Move one pane alone</source>
        <translation>Ein Bild allein bewegen</translation>
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
        <source>Photo</source>
        <translation>Foto</translation>
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
        <source>Grey where both agree; lighter or darker by four times the difference.</source>
        <translation>Grau, wo beide gleich sind; heller oder dunkler um das Vierfache des Unterschieds.</translation>
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
        <source>{} s</source>
        <translation>{} s</translation>
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
        <source>Stop   Esc</source>
        <translation>Abbrechen   Esc</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
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
    <message>
        <source>RECENT</source>
        <translation>ZULETZT</translation>
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
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Folder, depth, existing files…</source>
        <translation>Ordner, Farbtiefe, vorhandene Dateien…</translation>
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
        <source>Keep both, number the new one</source>
        <translation>Beide behalten, neue nummerieren</translation>
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
        <source>Save results in</source>
        <translation>Ergebnisse speichern in</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>32 bits, exact</source>
        <translation>32 Bit, exakt</translation>
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
        <source>{} pixels</source>
        <translation>{} Pixel</translation>
    </message>
    <message>
        <source>Best quality (8 times as slow)</source>
        <translation>Beste Qualität (8-mal so langsam)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Alle speichern</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>GRÖSSE</translation>
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
        <source>Save all {}</source>
        <translation>Alle {} speichern</translation>
    </message>
    <message>
        <source>about {}</source>
        <translation>etwa {}</translation>
    </message>
    <message>
        <source>{} files end at {} pixels a side: choose PNG or TIFF.</source>
        <translation>{}-Dateien enden bei {} Pixeln je Seite: PNG oder TIFF wählen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>Drop to open {}</source>
        <translation>Ablegen, um {} zu öffnen</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>Ablegen, um zu öffnen</translation>
    </message>
    <message>
        <source>{} photos were not finished last time.</source>
        <translation>{} Fotos wurden letztes Mal nicht fertig.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>{} free</source>
        <translation>{} frei</translation>
    </message>
    <message>
        <source>On this computer: about {} for a 12-megapixel photo</source>
        <translation>Auf diesem Computer: etwa {} für ein Foto mit 12 Megapixeln</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
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
        <source>{} saved, {} not. The list says why.</source>
        <translation>{} gespeichert, {} nicht. Die Liste sagt, warum.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>All {} photos are saved.</source>
        <translation>Alle {} Fotos sind gespeichert.</translation>
    </message>
    <message>
        <source>Photos are being saved. Quit, and go on with them next time?</source>
        <translation>Es werden Fotos gespeichert. Beenden und beim nächsten Mal fortsetzen?</translation>
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
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Verify this computer</source>
        <translation>Diesen Computer prüfen</translation>
    </message>
    <message>
        <source>Proves here and now that tiles and rows leave no seam, and that the precision is right.</source>
        <translation>Beweist hier und jetzt, dass Kacheln und Zeilen keine Naht lassen und die Genauigkeit stimmt.</translation>
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
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
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
        <source>A photo of the same, four times as large</source>
        <translation>Ein Foto desselben, viermal so groß</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Where on the photo</source>
        <translation>Wo auf dem Foto</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>Texture</source>
        <translation>Textur</translation>
    </message>
    <message>
        <source>TEXTURE</source>
        <translation>TEXTUR</translation>
    </message>
    <message>
        <source>0 % is faithful, 100 % invents the most detail</source>
        <translation>0 % ist treu, 100 % erfindet am meisten</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>Modell hinzufügen…</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>MODELL</translation>
    </message>
    <message>
        <source>Textured: sharp, with invented detail</source>
        <translation>Texturiert: scharf, mit Erfundenem</translation>
    </message>
    <message>
        <source>Faithful: the least error</source>
        <translation>Treu: der kleinste Fehler</translation>
    </message>
    <message>
        <source>Smooth, without a network</source>
        <translation>Glatt, ohne Netz</translation>
    </message>
    <message>
        <source>The photo&apos;s pixels as squares</source>
        <translation>Die Pixel des Fotos als Quadrate</translation>
    </message>
    <message>
        <source>Your own training</source>
        <translation>Ihr eigenes Training</translation>
    </message>
    <message>
        <source>Added by you</source>
        <translation>Von Ihnen hinzugefügt</translation>
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
    <name>PaneLabels</name>
    <message>
        <source>Shown here: {}</source>
        <translation>Hier gezeigt: {}</translation>
    </message>
    <message>
        <source>Choose what is shown here</source>
        <translation>Wählen, was hier gezeigt wird</translation>
    </message>
</context>
<context>
    <name>PhotoDelegate</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
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
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <translation>Nicht zu öffnen</translation>
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
    <name>RefusalPage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
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
        <source>As the window</source>
        <translation>Wie das Fenster</translation>
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
        <source>The language changes when Fourfold starts the next time.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Fourfold.</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>By hand</source>
        <translation>Mit der Hand</translation>
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
        <source>Print, long edge in cm</source>
        <translation>Druck, lange Kante in cm</translation>
    </message>
    <message>
        <source>Print, long edge in inches</source>
        <translation>Druck, lange Kante in Zoll</translation>
    </message>
</context>
<context>
    <name>UpscalePage</name>
    <message>
        <source>Open photos</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>Einen Ordner mit Fotos öffnen</translation>
    </message>
    <message>
        <source>{} was taken off the list.</source>
        <translation>{} wurde von der Liste genommen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Photos are being saved; stop that first, or wait.</source>
        <translation>Es werden Fotos gespeichert; brechen Sie das zuerst ab oder warten Sie.</translation>
    </message>
    <message>
        <source>The list was cleared.</source>
        <translation>Die Liste wurde geleert.</translation>
    </message>
    <message>
        <source>There are no photos in there.</source>
        <translation>Darin sind keine Fotos.</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Das Ergebnis im Ordner zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Show the photo in its folder</source>
        <translation>Das Foto im Ordner zeigen</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt *.ckpt)</source>
        <translation>Gewichte (*.safetensors *.pth *.pt *.ckpt)</translation>
    </message>
    <message>
        <source>{} was not added: {}.</source>
        <translation>{} wurde nicht hinzugefügt: {}.</translation>
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
        <source>Saved {}.</source>
        <translation>{} gespeichert.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copied what is visible.</source>
        <translation>Sichtbares kopiert.</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Zoom in to compare   Z</source>
        <translation>Zum Vergleichen zoomen   Z</translation>
    </message>
</context>
</TS>
