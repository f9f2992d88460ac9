<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name></name>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Regarder</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Ouvrir des photos…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Copy what is visible</source>
        <translation>Copier ce qui est visible</translation>
    </message>
    <message>
        <source>Undo removing</source>
        <translation>Annuler le retrait</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Vider la liste</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>1:1 of the result</source>
        <translation>1:1 du résultat</translation>
    </message>
    <message>
        <source>1:1 of the photo</source>
        <translation>1:1 de la photo</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Seule</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Partagée</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Two by two</source>
        <translation>Deux par deux</translation>
    </message>
    <message>
        <source>Turn the divider</source>
        <translation>Tourner le séparateur</translation>
    </message>
    <message>
        <source>Show nearest</source>
        <translation>Montrer le plus proche</translation>
    </message>
    <message>
        <source>Show bicubic</source>
        <translation>Montrer bicubique</translation>
    </message>
    <message>
        <source>Show SRResNet</source>
        <translation>Montrer SRResNet</translation>
    </message>
    <message>
        <source>Show SRGAN</source>
        <translation>Montrer SRGAN</translation>
    </message>
    <message>
        <source>Show the photo</source>
        <translation>Montrer la photo</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>Loupe</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Fidelity and invention maps</source>
        <translation>Cartes de fidélité et d’invention</translation>
    </message>
    <message>
        <source>Less texture</source>
        <translation>Moins de texture</translation>
    </message>
    <message>
        <source>More texture</source>
        <translation>Plus de texture</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Tout enregistrer</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Suspendre ou reprendre</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Upscale</source>
        <translation>Agrandissement</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Only the photo</source>
        <translation>Seulement la photo</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Tous les raccourcis</translation>
    </message>
    <message>
        <source>About Fourfold</source>
        <translation>À propos de Fourfold</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Wheel, pinch</source>
        <translation>Molette, pincement</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoomer sous le pointeur</translation>
    </message>
    <message>
        <source>Drag, Shift+arrows</source>
        <translation>Glisser, Maj+flèches</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>Déplacer la photo</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Double-clic</translation>
    </message>
    <message>
        <source>Fit, or 1:1 of the result</source>
        <translation>Ajuster, ou 1:1 du résultat</translation>
    </message>
    <message>
        <source>Space held</source>
        <translation>Espace maintenu</translation>
    </message>
    <message>
        <source>Flicker to the photo</source>
        <translation>Alterner avec la photo</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+glisser</translation>
    </message>
    <message>
        <source>Move one pane alone</source>
        <translation>Déplacer une seule vue</translation>
    </message>
    <message>
        <source>Left, right</source>
        <translation>Gauche, droite</translation>
    </message>
    <message>
        <source>Photo before, after</source>
        <translation>Photo précédente, suivante</translation>
    </message>
    <message>
        <source>Ctrl+arrows</source>
        <translation>Ctrl+flèches</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>Déplacer le séparateur</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Plus proche</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bicubique</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>{} minus {}</source>
        <translation>{} moins {}</translation>
    </message>
    <message>
        <source>Fidelity of {}</source>
        <translation>Fidélité de {}</translation>
    </message>
    <message>
        <source>What {} invents</source>
        <translation>Ce que {} invente</translation>
    </message>
    <message>
        <source>Grey where both agree; lighter or darker by four times the difference.</source>
        <translation>Gris là où les deux s’accordent ; plus clair ou plus sombre de quatre fois la différence.</translation>
    </message>
    <message>
        <source>Amber where the result, scaled down again, does not give your photo back.</source>
        <translation>Ambre là où le résultat, réduit à nouveau, ne rend pas votre photo.</translation>
    </message>
    <message>
        <source>Blue where there is detail that {} does not have.</source>
        <translation>Bleu là où il y a des détails que {} n’a pas.</translation>
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
        <translation>Des photos quatre fois plus larges et hautes, d’après « Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network » (Ledig et al., CVPR 2017). Logiciel libre sous licence MIT.</translation>
    </message>
    <message>
        <source>MADE WITH</source>
        <translation>FAIT AVEC</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Stop   Esc</source>
        <translation>Arrêter   Échap</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop photos here</source>
        <translation>Déposez des photos ici</translation>
    </message>
    <message>
        <source>Drop photos or folders here</source>
        <translation>Déposez des photos ou des dossiers ici</translation>
    </message>
    <message>
        <source>They become four times as wide and high. Nothing leaves this computer.</source>
        <translation>Elles deviennent quatre fois plus larges et hautes. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Ouvrir des photos…</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>Essayer un exemple</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>RÉCENTES</translation>
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
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Name of the result</source>
        <translation>Nom du résultat</translation>
    </message>
    <message>
        <source>May hold {}</source>
        <translation>Peut contenir {}</translation>
    </message>
    <message>
        <source>If the file exists</source>
        <translation>Si le fichier existe</translation>
    </message>
    <message>
        <source>Beside the photo</source>
        <translation>À côté de la photo</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondeur</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Comme la photo</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 bits</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 bits</translation>
    </message>
    <message>
        <source>Keep camera and place data</source>
        <translation>Garder les données d’appareil et de lieu</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FICHIER</translation>
    </message>
    <message>
        <source>Folder, depth, existing files…</source>
        <translation>Dossier, profondeur, fichiers existants…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Enregistrer dans</translation>
    </message>
    <message>
        <source>Same as the photo</source>
        <translation>Comme la photo</translation>
    </message>
    <message>
        <source>Keep both, number the new one</source>
        <translation>Garder les deux, numéroter le nouveau</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Garder l’ancien</translation>
    </message>
    <message>
        <source>Save results in</source>
        <translation>Enregistrer les résultats dans</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>32 bits, exact</source>
        <translation>32 bits, exact</translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation>Calculé sur</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Tuile</translation>
    </message>
    <message>
        <source>{} pixels</source>
        <translation>{} pixels</translation>
    </message>
    <message>
        <source>Best quality (8 times as slow)</source>
        <translation>Meilleure qualité (8 fois plus lent)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Tout enregistrer</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>TAILLE</translation>
    </message>
    <message>
        <source>How it is computed…</source>
        <translation>Comment c’est calculé…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Save all {}</source>
        <translation>Enregistrer les {}</translation>
    </message>
    <message>
        <source>about {}</source>
        <translation>environ {}</translation>
    </message>
    <message>
        <source>{} files end at {} pixels a side: choose PNG or TIFF.</source>
        <translation>Les fichiers {} s’arrêtent à {} pixels de côté : choisissez PNG ou TIFF.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Drop to open {}</source>
        <translation>Déposer pour ouvrir {}</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>Déposer pour ouvrir</translation>
    </message>
    <message>
        <source>{} photos were not finished last time.</source>
        <translation>{} photos n’ont pas été terminées la dernière fois.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>{} free</source>
        <translation>{} libres</translation>
    </message>
    <message>
        <source>On this computer: about {} for a 12-megapixel photo</source>
        <translation>Sur cet ordinateur : environ {} pour une photo de 12 mégapixels</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} sur {}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>suspendu</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>encore {}</translation>
    </message>
    <message>
        <source>{} saved, {} not. The list says why.</source>
        <translation>{} enregistrées, {} non. La liste dit pourquoi.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>All {} photos are saved.</source>
        <translation>Les {} photos sont toutes enregistrées.</translation>
    </message>
    <message>
        <source>Photos are being saved. Quit, and go on with them next time?</source>
        <translation>Des photos sont en cours d’enregistrement. Quitter et reprendre la prochaine fois ?</translation>
    </message>
</context>
<context>
    <name>MeasurePage</name>
    <message>
        <source>Test on this photo</source>
        <translation>Tester sur cette photo</translation>
    </message>
    <message>
        <source>Use a reference photo…</source>
        <translation>Utiliser une photo de référence…</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Copier en tableau</translation>
    </message>
    <message>
        <source>Verify this computer</source>
        <translation>Vérifier cet ordinateur</translation>
    </message>
    <message>
        <source>Proves here and now that tiles and rows leave no seam, and that the precision is right.</source>
        <translation>Prouve ici et maintenant que tuiles et lignes ne laissent aucune couture et que la précision est juste.</translation>
    </message>
    <message>
        <source>Open a photo first; then it can be measured here.</source>
        <translation>Ouvrez d’abord une photo ; elle pourra alors être mesurée ici.</translation>
    </message>
    <message>
        <source>The photo was scaled down to a quarter by bicubic, upscaled and compared with itself.</source>
        <translation>La photo a été réduite au quart par bicubique, agrandie et comparée à elle-même.</translation>
    </message>
    <message>
        <source>The photo was upscaled and compared with {}.</source>
        <translation>La photo a été agrandie et comparée à {}.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>PSNR and SSIM of the luma, {} pixels left out at the borders, {} pixels compared.</source>
        <translation>PSNR et SSIM de la luminance, {} pixels omis aux bords, {} pixels comparés.</translation>
    </message>
    <message>
        <source>Of large photos the middle is taken.</source>
        <translation>Des grandes photos, le milieu est pris.</translation>
    </message>
    <message>
        <source>Higher is closer; figures favour SRResNet, eyes often SRGAN.</source>
        <translation>Plus haut est plus proche ; les chiffres préfèrent SRResNet, l’œil souvent SRGAN.</translation>
    </message>
    <message>
        <source>A photo of the same, four times as large</source>
        <translation>Une photo du même sujet, quatre fois plus grande</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Where on the photo</source>
        <translation>Où sur la photo</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>Texture</source>
        <translation>Texture</translation>
    </message>
    <message>
        <source>TEXTURE</source>
        <translation>TEXTURE</translation>
    </message>
    <message>
        <source>0 % is faithful, 100 % invents the most detail</source>
        <translation>0 % est fidèle, 100 % invente le plus</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>Ajouter un modèle…</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>MODÈLE</translation>
    </message>
    <message>
        <source>Textured: sharp, with invented detail</source>
        <translation>Texturé : net, avec des détails inventés</translation>
    </message>
    <message>
        <source>Faithful: the least error</source>
        <translation>Fidèle : la moindre erreur</translation>
    </message>
    <message>
        <source>Smooth, without a network</source>
        <translation>Lisse, sans réseau</translation>
    </message>
    <message>
        <source>The photo&apos;s pixels as squares</source>
        <translation>Les pixels de la photo en carrés</translation>
    </message>
    <message>
        <source>Your own training</source>
        <translation>Votre propre entraînement</translation>
    </message>
    <message>
        <source>Added by you</source>
        <translation>Ajouté par vous</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back to the photos</source>
        <translation>Retour aux photos</translation>
    </message>
</context>
<context>
    <name>PaneLabels</name>
    <message>
        <source>Shown here: {}</source>
        <translation>Montré ici : {}</translation>
    </message>
    <message>
        <source>Choose what is shown here</source>
        <translation>Choisir ce qui est montré ici</translation>
    </message>
</context>
<context>
    <name>PhotoDelegate</name>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistrée</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistrée</translation>
    </message>
    <message>
        <source>Kept the old file</source>
        <translation>Ancien fichier gardé</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <translation>Ne s’ouvre pas</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
</context>
<context>
    <name>RefusalPage</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Around the photo</source>
        <translation>Autour de la photo</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>Comme la fenêtre</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <source>18 % grey</source>
        <translation>Gris 18 %</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>About Fourfold</source>
        <translation>À propos de Fourfold</translation>
    </message>
    <message>
        <source>The language changes when Fourfold starts the next time.</source>
        <translation>La langue change au prochain démarrage de Fourfold.</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>What of the size is given</source>
        <translation>Ce qui est donné de la taille</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> ppp</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Times as large</source>
        <translation>Fois plus grand</translation>
    </message>
    <message>
        <source>Long edge</source>
        <translation>Grand côté</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Mégapixels</translation>
    </message>
    <message>
        <source>Print, long edge in cm</source>
        <translation>Tirage, grand côté en cm</translation>
    </message>
    <message>
        <source>Print, long edge in inches</source>
        <translation>Tirage, grand côté en pouces</translation>
    </message>
</context>
<context>
    <name>UpscalePage</name>
    <message>
        <source>Open photos</source>
        <translation>Ouvrir des photos</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>Ouvrir un dossier de photos</translation>
    </message>
    <message>
        <source>{} was taken off the list.</source>
        <translation>{} a été retirée de la liste.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Photos are being saved; stop that first, or wait.</source>
        <translation>Des photos sont en cours d’enregistrement ; arrêtez d’abord, ou attendez.</translation>
    </message>
    <message>
        <source>The list was cleared.</source>
        <translation>La liste a été vidée.</translation>
    </message>
    <message>
        <source>There are no photos in there.</source>
        <translation>Il n’y a pas de photos là-dedans.</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Montrer le résultat dans son dossier</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Show the photo in its folder</source>
        <translation>Montrer la photo dans son dossier</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Ajouter un modèle</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt *.ckpt)</source>
        <translation>Poids (*.safetensors *.pth *.pt *.ckpt)</translation>
    </message>
    <message>
        <source>{} was not added: {}.</source>
        <translation>{} n’a pas été ajouté : {}.</translation>
    </message>
    <message>
        <source>{} of the results exist already.</source>
        <translation>{} des résultats existent déjà.</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Garder les deux</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Keep the old</source>
        <translation>Garder les anciens</translation>
    </message>
    <message>
        <source>Saved {}.</source>
        <translation>{} enregistrée.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Copied what is visible.</source>
        <translation>Ce qui est visible a été copié.</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Zoom in to compare   Z</source>
        <translation>Zoomer pour comparer   Z</translation>
    </message>
</context>
</TS>
