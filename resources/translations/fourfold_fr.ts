<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name></name>
    <message>
        <source>Open photos</source>
        <translation>Ouvrir des photos</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>Ouvrir un dossier de photos</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
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
        <source>Copy the whole result</source>
        <translation>Copier tout le résultat</translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation>Sélectionner toutes les photos</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
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
        <source>About this photo</source>
        <translation>À propos de cette photo</translation>
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
        <source>{} is {} done.</source>
        <translation>{} est fait à {}.</translation>
    </message>
    <message>
        <source>After a stop it begins anew when you continue. A pause keeps what is done.</source>
        <translation>Après un arrêt, elle recommence au début quand vous continuez. Une pause garde ce qui est fait.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Keep saving</source>
        <translation>Poursuivre</translation>
    </message>
    <message>
        <source>{} is being saved.</source>
        <translation>{} est en cours d’enregistrement.</translation>
    </message>
    <message>
        <source>If it is removed from the list, it is not saved. What was there before stays.</source>
        <translation>Si elle est retirée de la liste, elle n’est pas enregistrée. Ce qui était là avant reste.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Photos are being saved.</source>
        <translation>Des photos sont en cours d’enregistrement.</translation>
    </message>
    <message>
        <source>They can continue at the next start.</source>
        <translation>Elles pourront continuer au prochain démarrage.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>Upscale</source>
        <translation>Agrandissement</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entraînement</translation>
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
        <source>Help</source>
        <translation>Aide</translation>
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
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Textured (SRGAN)</source>
        <translation>Texturé (SRGAN)</translation>
    </message>
    <message>
        <source>Faithful (SRResNet)</source>
        <translation>Fidèle (SRResNet)</translation>
    </message>
    <message>
        <source>{}, noisy or compressed</source>
        <translation>{}, bruit ou compression</translation>
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
        <source>Grey where both agree, lighter or darker where they differ.</source>
        <translation>Gris où les deux concordent, plus clair ou plus sombre où ils diffèrent.</translation>
    </message>
    <message>
        <source>+{} of 255</source>
        <translation>+{} sur 255</translation>
    </message>
    <message>
        <source>{} of 255</source>
        <translation>{} sur 255</translation>
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
        <source>Size</source>
        <translation>Dimensions</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondeur</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Exposition</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Prise le</translation>
    </message>
    <message>
        <source>{} bits a channel</source>
        <translation>{} bits par canal</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>couleur</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>gris</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>transparente</translation>
    </message>
    <message>
        <source>sRGB, as the file says nothing else</source>
        <translation>sRGB, car le fichier ne dit rien d’autre</translation>
    </message>
    <message>
        <source>A profile without a name</source>
        <translation>Un profil sans nom</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} s</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
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
        <translation>Le travail n’a pas pu commencer : {}</translation>
    </message>
    <message>
        <source>Memory ran out. Close other programs, then try again; what was saved is kept.</source>
        <translation>La mémoire ne suffit pas. Fermez d’autres programmes, puis réessayez ; ce qui a été enregistré est conservé.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again; what was saved is kept.</source>
        <translation>Le disque est plein. Libérez de l’espace, puis réessayez ; ce qui a été enregistré est conservé.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {}</source>
        <translation>Quelque chose d’inattendu a échoué : {}</translation>
    </message>
    <message>
        <source>The work ended without saying why (status {}). What was saved is kept.</source>
        <translation>Le travail s’est terminé sans dire pourquoi (état {}). Ce qui a été enregistré est conservé.</translation>
    </message>
    <message>
        <source>The system ended the work, most often because memory ran out. Close other programs, then continue; what was saved is kept.</source>
        <translation>Le système a mis fin au travail, le plus souvent faute de mémoire. Fermez d’autres programmes, puis continuez ; ce qui a été enregistré est conservé.</translation>
    </message>
    <message>
        <source>The work broke off (code {}). What was saved is kept; you can continue from there.</source>
        <translation>Le travail s’est interrompu (code {}). Ce qui a été enregistré est conservé ; vous pouvez continuer à partir de là.</translation>
    </message>
    <message>
        <source>The work ended without a result.</source>
        <translation>Le travail s’est terminé sans résultat.</translation>
    </message>
    <message>
        <source>PSNR in dB</source>
        <translation>PSNR en dB</translation>
    </message>
    <message>
        <source>distance to the eye</source>
        <translation>écart pour l’œil</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>distance</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Les vôtres</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Les autres</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>Préférée</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalle à 95 %</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Meilleure</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Moins bonne</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Note moyenne</translation>
    </message>
    <message>
        <source>Mean rank</source>
        <translation>Rang moyen</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} à {}</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>La photo</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Step {}</source>
        <translation>Étape {}</translation>
    </message>
    <message>
        <source>After: step {}</source>
        <translation>Après : étape {}</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagée</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>Trop petite</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doublon</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Floue</translation>
    </message>
    <message>
        <source>Already enlarged</source>
        <translation>Déjà agrandie</translation>
    </message>
    <message>
        <source>Strongly compressed</source>
        <translation>Très compressée</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Began from</source>
        <translation>Parti de</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Appris de</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Recette</translation>
    </message>
    <message>
        <source>Drop the picture here</source>
        <translation>Déposez l’image ici</translation>
    </message>
    <message>
        <source>Drop {} here</source>
        <translation>Déposez {} ici</translation>
    </message>
    <message>
        <source>Drop {} files and folders here</source>
        <translation>Déposez {} fichiers et dossiers ici</translation>
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
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo removing or clearing</source>
        <translation>Annuler le retrait ou le vidage</translation>
    </message>
    <message>
        <source>Show Nearest</source>
        <translation>Montrer Plus proche</translation>
    </message>
    <message>
        <source>Show Bicubic</source>
        <translation>Montrer Bicubique</translation>
    </message>
    <message>
        <source>Show Faithful (SRResNet)</source>
        <translation>Montrer Fidèle (SRResNet)</translation>
    </message>
    <message>
        <source>Show Textured (SRGAN)</source>
        <translation>Montrer Texturé (SRGAN)</translation>
    </message>
    <message>
        <source>Show Automatic</source>
        <translation>Montrer Automatique</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Save all that remain</source>
        <translation>Enregistrer toutes celles qui restent</translation>
    </message>
    <message>
        <source>Pause or continue</source>
        <translation>Suspendre ou continuer</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation>Arrêter l’enregistrement</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Jugement</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>Fermer ce qui est ouvert</translation>
    </message>
    <message>
        <source>To the choices, and back to the photo</source>
        <translation>Aux réglages, et retour à la photo</translation>
    </message>
    <message>
        <source>Alt or Ctrl+drag</source>
        <translation>Alt ou Ctrl+glisser</translation>
    </message>
    <message>
        <source>Move one pane alone, until Fit</source>
        <translation>Déplacer une seule vue, jusqu’à Ajuster</translation>
    </message>
    <message>
        <source>B</source>
        <translation>o</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>Ko</translation>
    </message>
    <message>
        <source>Weights ({})</source>
        <translation>Poids ({})</translation>
    </message>
    <message>
        <source>{} free</source>
        <translation>{} libres</translation>
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
        <source>{} files end at {} pixels a side: choose PNG or TIFF.</source>
        <translation>Les fichiers {} s’arrêtent à {} pixels de côté : choisissez PNG ou TIFF.</translation>
    </message>
    <message>
        <source>{} replaces the file there</source>
        <translation>{} remplace le fichier présent</translation>
    </message>
    <message>
        <source>{} is there and stays</source>
        <translation>{} existe et reste</translation>
    </message>
    <message>
        <source>{} is there: you will be asked</source>
        <translation>{} existe : on vous demandera</translation>
    </message>
    <message>
        <source>about {}</source>
        <translation>environ {}</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
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
        <source>Not saved</source>
        <translation>Non enregistrée</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Your own training</source>
        <translation>Votre propre entraînement</translation>
    </message>
    <message>
        <source>Added by you</source>
        <translation>Ajouté par vous</translation>
    </message>
    <message>
        <source>Comes with Fourfold</source>
        <translation>Fourni avec Fourfold</translation>
    </message>
    <message>
        <source>Without a network</source>
        <translation>Sans réseau</translation>
    </message>
    <message>
        <source>The photo&apos;s pixels as squares</source>
        <translation>Les pixels de la photo en carrés</translation>
    </message>
    <message>
        <source>Trained from {}</source>
        <translation>Entraîné à partir de {}</translation>
    </message>
    <message>
        <source>Photos: {}</source>
        <translation>Photos : {}</translation>
    </message>
    <message>
        <source>Made on {}</source>
        <translation>Créé le {}</translation>
    </message>
    <message>
        <source>Licence: {}</source>
        <translation>Licence : {}</translation>
    </message>
    <message>
        <source>For clean photos</source>
        <translation>Pour photos propres</translation>
    </message>
    <message>
        <source>For noisy or compressed photos</source>
        <translation>Pour photos bruitées ou compressées</translation>
    </message>
    <message>
        <source>Save as shown here</source>
        <translation>Enregistrer tel qu’affiché ici</translation>
    </message>
    <message>
        <source>And {} more.</source>
        <translation>Et {} de plus.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>about {} left</source>
        <translation>encore environ {}</translation>
    </message>
    <message>
        <source>Save {} photos</source>
        <translation>Enregistrer {} photos</translation>
    </message>
    <message>
        <source>Remove {} photos</source>
        <translation>Retirer {} photos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Afficher le résultat dans son dossier</translation>
    </message>
    <message>
        <source>Show the photo in its folder</source>
        <translation>Afficher la photo dans son dossier</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>Rejouée</translation>
    </message>
    <message>
        <source>Left is better</source>
        <translation>Gauche est meilleure</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Égales</translation>
    </message>
    <message>
        <source>Right is better</source>
        <translation>Droite est meilleure</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Mauvaise</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Médiocre</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Passable</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bonne</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excellente</translation>
    </message>
    <message>
        <source>Which picture is better?</source>
        <translation>Quelle image est meilleure ?</translation>
    </message>
    <message>
        <source>How good is this picture?</source>
        <translation>Quelle est la qualité de cette image ?</translation>
    </message>
    <message>
        <source>An example: this is a {}, {}. Press {}.</source>
        <translation>Un exemple : cette image vaut {}, {}. Appuyez sur {}.</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>L’original</translation>
    </message>
    <message>
        <source>{}, texture {}</source>
        <translation>{}, texture {}</translation>
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
    <message>
        <source>IF SOMETHING GOES WRONG</source>
        <translation>EN CAS DE PROBLÈME</translation>
    </message>
    <message>
        <source>Failures are noted in a log, which stays on this computer:</source>
        <translation>Les échecs sont notés dans un journal, qui reste sur cet ordinateur :</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Ouvrir le journal</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
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
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Do not save them</source>
        <translation>Ne pas les enregistrer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
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
    <name>ChooseStep</name>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Start judging</source>
        <translation>Commencer à juger</translation>
    </message>
    <message>
        <source>Which of two is better</source>
        <translation>Laquelle de deux est meilleure</translation>
    </message>
    <message>
        <source>How good each one is, from 1 to 5</source>
        <translation>La qualité de chacune, de 1 à 5</translation>
    </message>
    <message>
        <source>Easier, and soon decided.</source>
        <translation>Plus facile, et vite décidé.</translation>
    </message>
    <message>
        <source>The paper&apos;s opinion test. It begins with examples of what 1 and 5 mean.</source>
        <translation>Le test d’opinion de l’article. Il commence par des exemples de ce que valent 1 et 5.</translation>
    </message>
    <message>
        <source>PHOTOS</source>
        <translation>PHOTOS</translation>
    </message>
    <message>
        <source>METHODS</source>
        <translation>MÉTHODES</translation>
    </message>
    <message>
        <source>QUESTION</source>
        <translation>QUESTION</translation>
    </message>
    <message>
        <source>YOUR NAME</source>
        <translation>VOTRE NOM</translation>
    </message>
    <message>
        <source>EARLIER JUDGEMENTS</source>
        <translation>JUGEMENTS PRÉCÉDENTS</translation>
    </message>
    <message>
        <source>Making the pictures</source>
        <translation>Création des images</translation>
    </message>
    <message>
        <source>Making the pictures…</source>
        <translation>Création des images…</translation>
    </message>
    <message>
        <source>Making the pictures: {} of {}</source>
        <translation>Création des images : {} sur {}</translation>
    </message>
    <message>
        <source>Choose photos first.</source>
        <translation>Choisissez d’abord des photos.</translation>
    </message>
    <message>
        <source>Choose two methods or more.</source>
        <translation>Choisissez au moins deux méthodes.</translation>
    </message>
    <message>
        <source>Say who judges: answers are kept by name.</source>
        <translation>Dites qui juge : les réponses sont gardées par nom.</translation>
    </message>
    <message>
        <source>{} questions, about {}. Nothing shows which method a picture is of.</source>
        <translation>{} questions, environ {}. Rien ne montre de quelle méthode vient une image.</translation>
    </message>
    <message>
        <source>With fewer than {} photos one person cannot be sure.</source>
        <translation>Avec moins de {} photos, une seule personne ne peut pas être sûre.</translation>
    </message>
</context>
<context>
    <name>ComputerCheck</name>
    <message>
        <source>Verify this computer</source>
        <translation>Vérifier cet ordinateur</translation>
    </message>
    <message>
        <source>Proves here and now that tiles and rows leave no seam, and that the precision is right.</source>
        <translation>Prouve ici et maintenant que tuiles et lignes ne laissent aucune couture et que la précision est juste.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>✓  All {} checks agree: this computer leaves no seam.</source>
        <translation>✓  Les {} vérifications concordent : cet ordinateur ne laisse aucune couture.</translation>
    </message>
    <message>
        <source>✗  {} of {} checks do not agree; below it says which.</source>
        <translation>✗  {} vérifications sur {} ne concordent pas ; le détail suit.</translation>
    </message>
</context>
<context>
    <name>ComputerNews</name>
    <message>
        <source>On this computer: about {} for a 12-megapixel photo</source>
        <translation>Sur cet ordinateur : environ {} pour une photo de 12 mégapixels</translation>
    </message>
</context>
<context>
    <name>ComputingField</name>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>32 bits, exact</source>
        <translation>32 bits, exact</translation>
    </message>
    <message>
        <source>{} pixels</source>
        <translation>{} pixels</translation>
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
        <source>Best quality (8 times as slow)</source>
        <translation>Meilleure qualité (8 fois plus lent)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reset how it is computed</source>
        <translation>Rétablir le calcul</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop a folder of photos here</source>
        <translation>Déposez ici un dossier de photos</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Drop a folder of your photos here</source>
        <translation>Déposez ici un dossier de vos photos</translation>
    </message>
    <message>
        <source>Fourfold learns your camera, subject or archive, and says truly whether it helped.</source>
        <translation>Fourfold apprend votre appareil, votre sujet ou vos archives, et dit honnêtement si cela a aidé.</translation>
    </message>
    <message>
        <source>At least 8 sharp photos or 8 megapixels. Nothing leaves this computer.</source>
        <translation>Au moins 8 photos nettes ou 8 mégapixels. Rien ne quitte cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>EarlierField</name>
    <message>
        <source>Earlier judgements</source>
        <translation>Jugements précédents</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>The folder of a study that was made elsewhere</source>
        <translation>Le dossier d’une étude faite ailleurs</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Judge it</source>
        <translation>Juger</translation>
    </message>
    <message>
        <source>There are none yet. What you begin is kept, and can continue here.</source>
        <translation>Il n’y en a pas encore. Ce que vous commencez est gardé et peut continuer ici.</translation>
    </message>
    <message>
        <source>{}: all {}</source>
        <translation>{} : toutes les {}</translation>
    </message>
    <message>
        <source>{}: {} of {}</source>
        <translation>{} : {} sur {}</translation>
    </message>
    <message>
        <source>Nobody has judged yet.</source>
        <translation>Personne n’a encore jugé.</translation>
    </message>
    <message>
        <source>Delete this study?</source>
        <translation>Supprimer cette étude ?</translation>
    </message>
    <message>
        <source>Its answers are lost.</source>
        <translation>Ses réponses seront perdues.</translation>
    </message>
    <message>
        <source>The folder of a study</source>
        <translation>Le dossier d’une étude</translation>
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
</context>
<context>
    <name>FactsField</name>
    <message>
        <source>PHOTO</source>
        <translation>PHOTO</translation>
    </message>
</context>
<context>
    <name>Fate</name>
    <message>
        <source>The training on “{}” was discarded.</source>
        <translation>L’entraînement sur « {} » a été jeté.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{} is in every list of models now; its training was discarded.</source>
        <translation>{} est désormais dans toutes les listes de modèles ; son entraînement a été jeté.</translation>
    </message>
    <message>
        <source>Discard this training?</source>
        <translation>Jeter cet entraînement ?</translation>
    </message>
    <message>
        <source>It can be brought back until you close Fourfold.</source>
        <translation>Il peut être récupéré jusqu’à la fermeture de Fourfold.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
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
        <translation>Garder appareil et lieu</translation>
    </message>
    <message>
        <source>Folder, depth, existing files…</source>
        <translation>Dossier, bits, doublons…</translation>
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
        <source>Keep both, with a number</source>
        <translation>Garder les deux, numérotés</translation>
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
        <source>This format loses nothing.</source>
        <translation>Ce format ne perd rien.</translation>
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
    <name>Film</name>
    <message>
        <source>A photo held back for judging: as it is, before and now</source>
        <translation>Une photo mise de côté pour juger : telle quelle, avant et maintenant</translation>
    </message>
</context>
<context>
    <name>GoalStep</name>
    <message>
        <source>Begin from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>Texture is judged best by VGG19, a network of {} that is not here yet. Without it, local contrast stands in, which knows less.</source>
        <translation>La texture est jugée au mieux par VGG19, un réseau de {} qui n’est pas encore ici. Sans lui, le contraste local le remplace ; il en sait moins.</translation>
    </message>
    <message>
        <source>Texture is judged by VGG19.</source>
        <translation>VGG19 juge la texture.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Recette</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>Apprendre de</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Commencer l’entraînement</translation>
    </message>
    <message>
        <source>GOAL</source>
        <translation>BUT</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>Fidèle</translation>
    </message>
    <message>
        <source>The least error, nothing invented.</source>
        <translation>L’erreur la plus faible, rien d’inventé.</translation>
    </message>
    <message>
        <source>Textured</source>
        <translation>Texturé</translation>
    </message>
    <message>
        <source>Sharper, with texture as in your photos.</source>
        <translation>Plus net, avec la texture de vos photos.</translation>
    </message>
    <message>
        <source>The quick model learns what a slower one makes of your photos; import others on the page Upscale.</source>
        <translation>Le modèle rapide apprend ce qu’un plus lent fait de vos photos ; importez-en d’autres à la page Agrandissement.</translation>
    </message>
    <message>
        <source>Teach what another model does</source>
        <translation>Enseigner ce que fait un autre modèle</translation>
    </message>
    <message>
        <source>BEGIN FROM</source>
        <translation>PARTIR DE</translation>
    </message>
    <message>
        <source>THE PHOTOS YOU WILL UPSCALE ARE</source>
        <translation>LES PHOTOS À AGRANDIR SONT</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Propre</translation>
    </message>
    <message>
        <source>From the camera or scanned, saved well.</source>
        <translation>De l’appareil ou numérisées, bien enregistrées.</translation>
    </message>
    <message>
        <source>A little noisy or compressed</source>
        <translation>Un peu bruitées ou compressées</translation>
    </message>
    <message>
        <source>From phones, the web, messengers.</source>
        <translation>De téléphones, du web, de messageries.</translation>
    </message>
    <message>
        <source>Very noisy or compressed</source>
        <translation>Très bruitées ou compressées</translation>
    </message>
    <message>
        <source>Old digital photos, saved many times.</source>
        <translation>Vieilles photos numériques, enregistrées maintes fois.</translation>
    </message>
    <message>
        <source>HOW LONG</source>
        <translation>COMBIEN DE TEMPS</translation>
    </message>
    <message>
        <source>Photos to learn from: {}. Held back for judging: {}.</source>
        <translation>Photos à apprendre : {}. Mises de côté pour juger : {}.</translation>
    </message>
    <message>
        <source>Show the recipe…</source>
        <translation>Montrer la recette…</translation>
    </message>
    <message>
        <source>Hide the recipe</source>
        <translation>Masquer la recette</translation>
    </message>
    <message>
        <source>A recipe can be changed and run by “fourfold train” on the command line.</source>
        <translation>Une recette peut être modifiée et lancée par « fourfold train » en ligne de commande.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Drop photos on the window, look, and press Save: the result lies beside the photo.</source>
        <translation>Déposez des photos sur la fenêtre, regardez, puis enregistrez : le résultat se trouve à côté de la photo.</translation>
    </message>
    <message>
        <source>Automatic looks at each photo: one that is noisy, compressed or soft is given to models that mend that. Any other choice is one press away.</source>
        <translation>« Automatique » examine chaque photo : si elle est bruitée, compressée ou floue, elle est confiée à des modèles qui le corrigent. Tout autre choix reste à un clic.</translation>
    </message>
    <message>
        <source>Faithful (SRResNet) shows only what the photo supports. Textured (SRGAN) adds texture that looks right but is invented; the slider mixes the two, and the maps show where it invents.</source>
        <translation>« Fidèle (SRResNet) » ne montre que ce que porte la photo. « Texturé (SRGAN) » ajoute une texture qui paraît juste mais qui est inventée ; le curseur mêle les deux, et les cartes montrent où il invente.</translation>
    </message>
    <message>
        <source>Zoom in to compare: only what is visible is computed. A dot on a label says that it is still being refined.</source>
        <translation>Zoomez pour comparer : seul ce qui est visible est calculé. Un point sur un nom dit que l’affinage continue.</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Reset the model and its texture</source>
        <translation>Rétablir le modèle et sa texture</translation>
    </message>
    <message>
        <source>Reset the size</source>
        <translation>Rétablir la taille</translation>
    </message>
    <message>
        <source>Reset the file</source>
        <translation>Rétablir le fichier</translation>
    </message>
    <message>
        <source>Reset all choices to those of the first start</source>
        <translation>Rétablir tous les choix du premier démarrage</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>TAILLE</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>MODÈLE</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FICHIER</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout rétablir</translation>
    </message>
    <message>
        <source>Other ways to save</source>
        <translation>Autres façons d’enregistrer</translation>
    </message>
    <message>
        <source>Save {}</source>
        <translation>Enregistrer {}</translation>
    </message>
    <message>
        <source>Save remaining {}</source>
        <translation>Reste : {}</translation>
    </message>
    <message>
        <source>Save all {}</source>
        <translation>Les {}</translation>
    </message>
</context>
<context>
    <name>JudgePage</name>
    <message>
        <source>Choose</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Jugement</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Finish this first; then other photos can be judged.</source>
        <translation>Terminez d’abord ceci ; ensuite d’autres photos pourront être jugées.</translation>
    </message>
</context>
<context>
    <name>KindField</name>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Propre</translation>
    </message>
    <message>
        <source>Noisy or compressed</source>
        <translation>Bruitée ou compressée</translation>
    </message>
    <message>
        <source>What the photo is like</source>
        <translation>État de la photo</translation>
    </message>
    <message>
        <source>Each photo is looked at.</source>
        <translation>Chaque photo est examinée.</translation>
    </message>
    <message>
        <source>{} – its models are missing</source>
        <translation>{} – les modèles manquent</translation>
    </message>
    <message>
        <source>This photo: {}</source>
        <translation>Cette photo : {}</translation>
    </message>
    <message>
        <source>sharp and clean</source>
        <translation>nette et propre</translation>
    </message>
    <message>
        <source>compressed {}</source>
        <translation>{} compressé</translation>
    </message>
    <message>
        <source>{} of quality {}</source>
        <translation>{} de qualité {}</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>bruit</translation>
    </message>
    <message>
        <source>no detail at 100 %</source>
        <translation>aucun détail à 100 %</translation>
    </message>
    <message>
        <source>text or graphics</source>
        <translation>texte ou dessin</translation>
    </message>
</context>
<context>
    <name>LengthField</name>
    <message>
        <source>Timing ten steps on this computer…</source>
        <translation>Dix étapes sont chronométrées sur cet ordinateur…</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Shows whether your photos have something to teach.</source>
        <translation>Montre si vos photos ont quelque chose à apprendre.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <source>Most of what can be gained.</source>
        <translation>L’essentiel de ce qu’on peut gagner.</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Approfondi</translation>
    </message>
    <message>
        <source>The last bit. It stops early where nothing is gained.</source>
        <translation>Le dernier brin. S’arrête plus tôt si rien n’est gagné.</translation>
    </message>
    <message>
        <source>about {}</source>
        <translation>environ {}</translation>
    </message>
    <message>
        <source>the CPU</source>
        <translation>le processeur</translation>
    </message>
    <message>
        <source>Timed here, on {}. It can be paused at any time.</source>
        <translation>Mesuré ici, sur {}. On peut suspendre à tout moment.</translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Some of the pieces that were learned from. Left of each pair: what the model gets, a quarter as wide and high, with the damage you chose. Right: what it is to make of it.</source>
        <translation>Quelques-uns des fragments dont le modèle a appris. À gauche de chaque paire : ce qu’il reçoit, quatre fois moins large et haut, avec les défauts que vous avez choisis. À droite : ce qu’il doit en faire.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>Il n’y a pas d’image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>A training is going on.</source>
        <translation>Un entraînement est en cours.</translation>
    </message>
    <message>
        <source>It is saved, and can continue at the next start.</source>
        <translation>Il est enregistré et peut continuer au prochain démarrage.</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>Suspendre et fermer</translation>
    </message>
</context>
<context>
    <name>MeasureBar</name>
    <message>
        <source>Measuring</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>{}, {} of {}</source>
        <translation>{}, {} sur {}</translation>
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
        <source>A perceptual distance needs the weights of VGG19: {}, once.</source>
        <translation>Une distance perceptuelle demande les poids de VGG19 : {}, une fois.</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Copier en tableau</translation>
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
        <source>The distance is VGG19&apos;s over the middle {} pixels: lower is closer to what eyes see.</source>
        <translation>La distance est celle de VGG19 sur les {} pixels du milieu : plus bas est plus proche pour l’œil.</translation>
    </message>
    <message>
        <source>A photo of the same, four times as large</source>
        <translation>Une photo du même sujet, quatre fois plus grande</translation>
    </message>
</context>
<context>
    <name>MethodField</name>
    <message>
        <source>More</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>Nearest, and models of your own</source>
        <translation>Plus proche, et vos propres modèles</translation>
    </message>
    <message>
        <source>Looks at each photo and takes the model that suits it</source>
        <translation>Examine chaque photo et prend le modèle qui lui convient</translation>
    </message>
    <message>
        <source>Sharp, with texture that looks right but is invented</source>
        <translation>Net, avec une texture qui paraît juste mais qui est inventée</translation>
    </message>
    <message>
        <source>Smooth, without a network</source>
        <translation>Lisse, sans réseau</translation>
    </message>
    <message>
        <source>Shows only what the photo supports</source>
        <translation>Ne montre que ce que porte la photo</translation>
    </message>
</context>
<context>
    <name>MethodsField</name>
    <message>
        <source>The original</source>
        <translation>L’original</translation>
    </message>
    <message>
        <source>All photos are then made four times smaller first, as in the paper.</source>
        <translation>Toutes les photos sont alors d’abord réduites quatre fois, comme dans l’article.</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Where on the photo</source>
        <translation>Où sur la photo</translation>
    </message>
    <message>
        <source>Where on the photo: drag to go elsewhere</source>
        <translation>Où sur la photo : glissez pour aller ailleurs</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>Texture</source>
        <translation>Texture</translation>
    </message>
    <message>
        <source>0 % is faithful, 100 % invents most</source>
        <translation>0 % est fidèle, 100 % invente le plus</translation>
    </message>
</context>
<context>
    <name>ModelStep</name>
    <message>
        <source>Your models</source>
        <translation>Vos modèles</translation>
    </message>
    <message>
        <source>You have no models of your own yet.</source>
        <translation>Vous n’avez pas encore de modèles à vous.</translation>
    </message>
    <message>
        <source>CARD</source>
        <translation>FICHE</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Nouvel entraînement</translation>
    </message>
    <message>
        <source>Upscale with it</source>
        <translation>Agrandir avec</translation>
    </message>
    <message>
        <source>Back to the verdict</source>
        <translation>Retour au verdict</translation>
    </message>
    <message>
        <source>YOUR MODELS</source>
        <translation>VOS MODÈLES</translation>
    </message>
    <message>
        <source>{} is in every list of models now.</source>
        <translation>{} figure maintenant dans toutes les listes de modèles.</translation>
    </message>
    <message>
        <source>{} was deleted.</source>
        <translation>{} a été supprimé.</translation>
    </message>
    <message>
        <source>{} was deleted, and its training.</source>
        <translation>{} a été supprimé, son entraînement aussi.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>Exporter le modèle</translation>
    </message>
    <message>
        <source>{} was not written: {}.</source>
        <translation>{} n’a pas été écrit : {}.</translation>
    </message>
    <message>
        <source>Exported as {}.</source>
        <translation>Exporté sous {}.</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importer un modèle</translation>
    </message>
</context>
<context>
    <name>MoreModels</name>
    <message>
        <source>Add a model…</source>
        <translation>Ajouter un modèle…</translation>
    </message>
    <message>
        <source>More models: {}</source>
        <translation>Autres modèles : {}</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Name of the model</source>
        <translation>Nom du modèle</translation>
    </message>
    <message>
        <source>Keep the model</source>
        <translation>Garder le modèle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>It will be in every list of models, on the command line too, under this name.</source>
        <translation>Il figurera sous ce nom dans toutes les listes de modèles, en ligne de commande aussi.</translation>
    </message>
    <message>
        <source>Keep the training too ({} on the disk)</source>
        <translation>Garder aussi l’entraînement ({} sur le disque)</translation>
    </message>
    <message>
        <source>“Train on” below goes on with it at any time, and makes another model.</source>
        <translation>« Continuer l’entraînement », en bas, le reprend quand vous voulez et en fait un autre modèle.</translation>
    </message>
    <message>
        <source>It is discarded, and can be brought back until you close Fourfold.</source>
        <translation>Il est jeté, et peut être récupéré jusqu’à la fermeture de Fourfold.</translation>
    </message>
    <message>
        <source>Give the model a name.</source>
        <translation>Donnez un nom au modèle.</translation>
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
    <name>Pairs</name>
    <message>
        <source>Pieces that were learned from</source>
        <translation>Fragments dont le modèle a appris</translation>
    </message>
</context>
<context>
    <name>PaneButton</name>
    <message>
        <source>Shown here: {}</source>
        <translation>Affiché ici : {}</translation>
    </message>
    <message>
        <source>Choose what is shown here</source>
        <translation>Choisir ce qui est affiché ici</translation>
    </message>
    <message>
        <source>This is what is saved</source>
        <translation>C’est ce qui est enregistré</translation>
    </message>
</context>
<context>
    <name>PhotoDelegate</name>
    <message>
        <source>Cannot be opened</source>
        <translation>Ne s’ouvre pas</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos to learn from</source>
        <translation>Photos à apprendre</translation>
    </message>
</context>
<context>
    <name>PhotoList</name>
    <message>
        <source>The samples were not copied: {}.</source>
        <translation>Les exemples n’ont pas été copiés : {}.</translation>
    </message>
    <message>
        <source>There are no photos in there.</source>
        <translation>Il n’y a pas de photos là-dedans.</translation>
    </message>
    <message>
        <source>{} was removed from the list.</source>
        <translation>{} a été retirée de la liste.</translation>
    </message>
    <message>
        <source>Removed from the list: {} photos.</source>
        <translation>Retirées de la liste : {} photos.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Opening {}…</source>
        <translation>Ouverture de {}…</translation>
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
    <name>PhotosField</name>
    <message>
        <source>Choose photos…</source>
        <translation>Choisir des photos…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Take those of the list</source>
        <translation>Prendre celles de la liste</translation>
    </message>
    <message>
        <source>How many at most</source>
        <translation>Combien au plus</translation>
    </message>
    <message>
        <source>The middle of each is judged. Of more photos, some from all over are taken.</source>
        <translation>On juge le milieu de chacune. S’il y a plus de photos, on en prend ici et là.</translation>
    </message>
    <message>
        <source>There are no photos in it.</source>
        <translation>Il n’y a pas de photos dedans.</translation>
    </message>
    <message>
        <source>Drop photos or a folder here, or choose them.</source>
        <translation>Déposez ici des photos ou un dossier, ou choisissez-les.</translation>
    </message>
    <message>
        <source>Chosen: {}, judged: {}</source>
        <translation>Choisies : {}, jugées : {}</translation>
    </message>
    <message>
        <source>In the list: {}, judged: {}</source>
        <translation>Dans la liste : {}, jugées : {}</translation>
    </message>
</context>
<context>
    <name>PhotosStep</name>
    <message>
        <source>Checking the photos</source>
        <translation>Vérification des photos</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Autre dossier…</translation>
    </message>
    <message>
        <source>Your models</source>
        <translation>Vos modèles</translation>
    </message>
    <message>
        <source>Next: goal</source>
        <translation>Suite : but</translation>
    </message>
    <message>
        <source>Looking at the photos in {}…</source>
        <translation>Examen des photos de {}…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>With a problem</source>
        <translation>Avec un problème</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Écartées</translation>
    </message>
    <message>
        <source>Nothing wrong with any of them.</source>
        <translation>Rien à redire à aucune.</translation>
    </message>
    <message>
        <source>Photos to learn from in {}: {} ({} megapixels)</source>
        <translation>Photos à apprendre dans {} : {} ({} mégapixels)</translation>
    </message>
    <message>
        <source>Held back for judging the result: {}.</source>
        <translation>Mises de côté pour juger le résultat : {}.</translation>
    </message>
    <message>
        <source>Shots of one burst stay together.</source>
        <translation>Les prises d’une même rafale restent ensemble.</translation>
    </message>
    <message>
        <source>A click leaves a photo out, a double-click opens it.</source>
        <translation>Un clic écarte une photo, un double clic l’ouvre.</translation>
    </message>
</context>
<context>
    <name>RateStep</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Answers given</source>
        <translation>Réponses données</translation>
    </message>
    <message>
        <source>The picture before   {}</source>
        <translation>L’image d’avant   {}</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>What is answered is kept   {}</source>
        <translation>Ce qui est répondu est gardé   {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} sur {}</translation>
    </message>
</context>
<context>
    <name>RecentPhotos</name>
    <message>
        <source>RECENT</source>
        <translation>RÉCENTES</translation>
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
    <name>ResultChart</name>
    <message>
        <source>How often it is preferred to an average method</source>
        <translation>Combien de fois elle est préférée à une méthode moyenne</translation>
    </message>
    <message>
        <source>1 bad to 5 excellent: the more often, the darker</source>
        <translation>1 mauvaise à 5 excellente : plus c’est fréquent, plus c’est foncé</translation>
    </message>
</context>
<context>
    <name>ResultCopier</name>
    <message>
        <source>The result has {}, the clipboard takes at most {}: save it instead.</source>
        <translation>Le résultat fait {}, le presse-papiers prend au plus {} : enregistrez-le plutôt.</translation>
    </message>
    <message>
        <source>Computing the result to copy: {}</source>
        <translation>Calcul du résultat à copier : {}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Copied the result, {}.</source>
        <translation>Résultat copié, {}.</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>Judge again</source>
        <translation>Juger encore</translation>
    </message>
    <message>
        <source>Add answers…</source>
        <translation>Ajouter des réponses…</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Montrer le rapport</translation>
    </message>
    <message>
        <source>Use this model from now on</source>
        <translation>Utiliser ce modèle désormais</translation>
    </message>
    <message>
        <source>From a copy of this study that somebody else has judged</source>
        <translation>D’une copie de cette étude que quelqu’un d’autre a jugée</translation>
    </message>
    <message>
        <source>Adding it up…</source>
        <translation>Calcul en cours…</translation>
    </message>
    <message>
        <source>Thank you: your answers are kept.</source>
        <translation>Merci : vos réponses sont gardées.</translation>
    </message>
    <message>
        <source>The result is told where the study was made. Give this folder back: {}</source>
        <translation>Le résultat se montre là où l’étude a été faite. Rendez ce dossier : {}</translation>
    </message>
    <message>
        <source>There is no result.</source>
        <translation>Il n’y a pas de résultat.</translation>
    </message>
    <message>
        <source>There is nothing to compare yet.</source>
        <translation>Il n’y a encore rien à comparer.</translation>
    </message>
    <message>
        <source>Photos judged: {}. Answers: {}.</source>
        <translation>Photos jugées : {}. Réponses : {}.</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Écriture du rapport…</translation>
    </message>
    <message>
        <source>The report is in {}.</source>
        <translation>Le rapport est dans {}.</translation>
    </message>
    <message>
        <source>A copy of this study</source>
        <translation>Une copie de cette étude</translation>
    </message>
    <message>
        <source>There is nothing new in it.</source>
        <translation>Il n’y a rien de nouveau dedans.</translation>
    </message>
</context>
<context>
    <name>RunStep</name>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Loss on the photos it learns from</source>
        <translation>Perte sur les photos dont il apprend</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Stop and discard</source>
        <translation>Arrêter et jeter</translation>
    </message>
    <message>
        <source>Stop and judge</source>
        <translation>Arrêter et juger</translation>
    </message>
    <message>
        <source>Held-back photos: PSNR in dB (dashed: before)</source>
        <translation>Photos mises de côté : PSNR en dB (tirets : avant)</translation>
    </message>
    <message>
        <source>Held-back photos: distance to the eye (dashed: before)</source>
        <translation>Mises de côté : écart pour l’œil (tirets : avant)</translation>
    </message>
    <message>
        <source>A photo held back</source>
        <translation>Une photo mise de côté</translation>
    </message>
    <message>
        <source>What it is shown</source>
        <translation>Ce qu’on lui montre</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Judge the result</source>
        <translation>Juger le résultat</translation>
    </message>
    <message>
        <source>Photos can be upscaled meanwhile; they share the graphics card, so both are slower.</source>
        <translation>On peut agrandir des photos pendant ce temps ; les deux partagent la carte graphique et vont moins vite.</translation>
    </message>
    <message>
        <source>Photos can be upscaled meanwhile; both share the CPU, so both are slower.</source>
        <translation>On peut agrandir des photos pendant ce temps ; les deux partagent le processeur et vont moins vite.</translation>
    </message>
    <message>
        <source>Learning from “{}”</source>
        <translation>Apprend de « {} »</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>Interrompu</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>encore {}</translation>
    </message>
    <message>
        <source>The other model upscales picture {} of {}</source>
        <translation>L’autre modèle agrandit l’image {} sur {}</translation>
    </message>
    <message>
        <source>Reading photo {} of {}</source>
        <translation>Lecture de la photo {} sur {}</translation>
    </message>
    <message>
        <source>Step {} of {}</source>
        <translation>Étape {} sur {}</translation>
    </message>
    <message>
        <source>{} dB against the base</source>
        <translation>{} dB par rapport à la base</translation>
    </message>
    <message>
        <source>distance to the eye {} %</source>
        <translation>distance pour l’œil {} %</translation>
    </message>
</context>
<context>
    <name>SaveCommands</name>
    <message>
        <source>All photos are being saved by these choices.</source>
        <translation>Toutes les photos sont en cours d’enregistrement avec ces choix.</translation>
    </message>
    <message>
        <source>All photos are saved by these choices already.</source>
        <translation>Toutes les photos sont déjà enregistrées avec ces choix.</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Enregistrer de nouveau</translation>
    </message>
    <message>
        <source>Photos that stay unsaved: {}.</source>
        <translation>Photos qui restent non enregistrées : {}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>{} is one of the photos; choose another name for the result.</source>
        <translation>{} est l’une des photos ; choisissez un autre nom pour le résultat.</translation>
    </message>
    <message>
        <source>{} is just being saved with other choices; save it again when that is done.</source>
        <translation>{} est en cours d’enregistrement avec d’autres choix ; enregistrez-la à nouveau ensuite.</translation>
    </message>
    <message>
        <source>Photos that waited already, and are now saved with these choices: {}.</source>
        <translation>Photos déjà en attente, désormais enregistrées avec ces choix : {}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Saved {}.</source>
        <translation>{} enregistrée.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
</context>
<context>
    <name>SavingNews</name>
    <message>
        <source>Not finished: {}</source>
        <translation>Non terminées : {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} sur {}</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>arrêt en cours…</translation>
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
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>{} was stopped.</source>
        <translation>{} a été arrêtée.</translation>
    </message>
    <message>
        <source>All {} photos are saved.</source>
        <translation>Les {} photos sont toutes enregistrées.</translation>
    </message>
    <message>
        <source>{} saved</source>
        <translation>{} enregistrée(s)</translation>
    </message>
    <message>
        <source>{} already there</source>
        <translation>{} déjà là</translation>
    </message>
    <message>
        <source>{} failed</source>
        <translation>{} en échec</translation>
    </message>
    <message>
        <source>{} stopped</source>
        <translation>{} arrêtée(s)</translation>
    </message>
    <message>
        <source>The list says why.</source>
        <translation>La liste dit pourquoi.</translation>
    </message>
    <message>
        <source>The photo is saved.</source>
        <translation>La photo est enregistrée.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
</context>
<context>
    <name>ScoreTable</name>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Meilleure valeur</translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>Step that is shown</source>
        <translation>Étape montrée</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Dernière</translation>
    </message>
    <message>
        <source>Step {}</source>
        <translation>Étape {}</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>{name} is not a safetensors file, or it is damaged.</source>
        <translation>{name} n’est pas un fichier safetensors, ou il est endommagé.</translation>
    </message>
    <message>
        <source>There is no weights file {path}.</source>
        <translation>Il n’y a pas de fichier de poids {path}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>The description inside {name} is damaged.</source>
        <translation>La description contenue dans {name} est endommagée.</translation>
    </message>
    <message>
        <source>{name} is not a safetensors file.</source>
        <translation>{name} n’est pas un fichier safetensors.</translation>
    </message>
    <message>
        <source>There is no model called {name}; there are {known}, or give a weights file.</source>
        <translation>Il n’y a pas de modèle nommé {name} ; il y a {known}, ou indiquez un fichier de poids.</translation>
    </message>
    <message>
        <source>You have no model of your own called {name}.</source>
        <translation>Vous n’avez pas de modèle à vous nommé {name}.</translation>
    </message>
    <message>
        <source>A model cannot be called {name!r}; give a name that can be a file&apos;s.</source>
        <translation>Un modèle ne peut pas s’appeler « {name} » ; choisissez un nom possible pour un fichier.</translation>
    </message>
    <message>
        <source>There is a model called {name} already; choose another name.</source>
        <translation>Il y a déjà un modèle nommé {name} ; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{name} is gone for good.</source>
        <translation>{name} est perdu pour de bon.</translation>
    </message>
    <message>
        <source>There is another model called {name} now; remove it first.</source>
        <translation>Il y a maintenant un autre modèle nommé {name} ; supprimez-le d’abord.</translation>
    </message>
    <message>
        <source>The model was not added to {folder}: {reason}.</source>
        <translation>Le modèle n’a pas été ajouté dans {folder} : {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be moved: {reason}.</source>
        <translation>{name} ne peut pas être déplacé : {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>There is no device called {name} on this computer; there is {known}.</source>
        <translation>Il n’y a pas d’appareil nommé {name} sur cet ordinateur ; il y a {known}.</translation>
    </message>
    <message>
        <source>{name} is not a picture of a kind that Fourfold reads.</source>
        <translation>{name} n’est pas une image que Fourfold sait lire.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} est vide.</translation>
    </message>
    <message>
        <source>Fourfold reads {format} but does not write it.</source>
        <translation>Fourfold lit le format {format} mais ne l’écrit pas.</translation>
    </message>
    <message>
        <source>The quality is a number from 1 to 100, not {quality}.</source>
        <translation>La qualité est un nombre de 1 à 100, pas {quality}.</translation>
    </message>
    <message>
        <source>A channel has 8 or 16 bits, not {depth}.</source>
        <translation>Un canal a 8 ou 16 bits, pas {depth}.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Il n’y a pas de fichier {path}.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a photo.</source>
        <translation>{path} est un dossier, pas une photo.</translation>
    </message>
    <message>
        <source>{path} may not be read: permission is missing.</source>
        <translation>{path} ne peut pas être lu : vous n’en avez pas le droit.</translation>
    </message>
    <message>
        <source>{name} is damaged or cut short.</source>
        <translation>{name} est endommagé ou incomplet.</translation>
    </message>
    <message>
        <source>{size:.1f} MB</source>
        <translation>{size:.1f} MB</translation>
    </message>
    <message>
        <source>A {format} file cannot be {size} pixels: its longest side is {longest}. Take PNG or TIFF.</source>
        <translation>Un fichier {format} ne peut pas faire {size} pixels : son plus long côté est de {longest}. Prenez PNG ou TIFF.</translation>
    </message>
    <message>
        <source>{target} is a folder, not a file.</source>
        <translation>{target} est un dossier, pas un fichier.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Il n’y a pas de dossier {folder}.</translation>
    </message>
    <message>
        <source>The disk is too full for {name}: it needs about {needed}, {free} are free.</source>
        <translation>Le disque est trop plein pour {name} : il faut environ {needed}, {free} sont libres.</translation>
    </message>
    <message>
        <source>A {format} file of {size} pixels needs about {needed} of memory to write, {free} are free. Take PNG, TIFF or JPEG.</source>
        <translation>Écrire un fichier {format} de {size} pixels demande environ {needed} de mémoire, {free} sont libres. Prenez PNG, TIFF ou JPEG.</translation>
    </message>
    <message>
        <source>{size:.1f} GB</source>
        <translation>{size:.1f} GB</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder {folder}: {reason}.</source>
        <translation>Rien ne peut être écrit dans le dossier {folder} : {reason}.</translation>
    </message>
    <message>
        <source>{name} is write-protected or in use by another program.</source>
        <translation>{name} est protégé en écriture ou utilisé par un autre programme.</translation>
    </message>
    <message>
        <source>{name} is animated; Fourfold takes single photos.</source>
        <translation>{name} est animé ; Fourfold prend des photos seules.</translation>
    </message>
    <message>
        <source>{name} says it has {size} pixels; Fourfold opens photos of up to {most} megapixels.</source>
        <translation>{name} annonce {size} pixels ; Fourfold ouvre des photos jusqu’à {most} mégapixels.</translation>
    </message>
    <message>
        <source>{name} {obstacle}.</source>
        <translation>{name} {obstacle}.</translation>
    </message>
    <message>
        <source>is a camera raw file; develop it to a TIFF or JPEG first</source>
        <translation>est un fichier brut d’appareil photo ; développez-le d’abord en TIFF ou JPEG</translation>
    </message>
    <message>
        <source>is in Lab colours of 8 bits; save it in RGB or with 16 bits first</source>
        <translation>est en couleurs Lab de 8 bits ; enregistrez-le d’abord en RVB ou en 16 bits</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {reason}.</source>
        <translation>Quelque chose d’inattendu a échoué : {reason}.</translation>
    </message>
    <message>
        <source>There is not enough free memory; close other programs, or allow this one more.</source>
        <translation>Il n’y a pas assez de mémoire libre ; fermez d’autres programmes ou accordez-en plus à celui-ci.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be read: {reason}.</source>
        <translation>Le dossier {path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>{path} leads back to a folder that was looked into already.</source>
        <translation>{path} ramène à un dossier déjà parcouru.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sans raison indiquée</translation>
    </message>
    <message>
        <source>32-bit floating-point</source>
        <translation>à virgule flottante de 32 bits</translation>
    </message>
    <message>
        <source>64-bit floating-point</source>
        <translation>à virgule flottante de 64 bits</translation>
    </message>
    <message>
        <source>{name} is animated or holds several pictures; Fourfold takes single photos.</source>
        <translation>{name} est animé ou contient plusieurs images ; Fourfold prend des photos seules.</translation>
    </message>
    <message>
        <source>{name} has {kind} pixels; Fourfold takes 8 and 16 bits a channel.</source>
        <translation>{name} a des pixels {kind} ; Fourfold prend 8 et 16 bits par canal.</translation>
    </message>
    <message>
        <source>{name} has {bands} channels; Fourfold takes 1 to 4.</source>
        <translation>{name} a {bands} canaux ; Fourfold en prend de 1 à 4.</translation>
    </message>
    <message>
        <source>{name} is damaged or cut short ({reason}).</source>
        <translation>{name} est endommagé ou incomplet ({reason}).</translation>
    </message>
    <message>
        <source>{format} number</source>
        <translation>de type {format}</translation>
    </message>
    <message>
        <source>The encoder failed: {reason}.</source>
        <translation>L’encodage a échoué : {reason}.</translation>
    </message>
    <message>
        <source>Only {top} of {height} rows came.</source>
        <translation>Seules {top} lignes sur {height} sont arrivées.</translation>
    </message>
    <message>
        <source>{name} has floating-point pixels; Fourfold takes 8 and 16 bits a channel.</source>
        <translation>{name} a des pixels à virgule flottante ; Fourfold prend 8 et 16 bits par canal.</translation>
    </message>
    <message>
        <source>This edition of Fourfold has no JPEG XL.</source>
        <translation>Cette édition de Fourfold n’a pas JPEG XL.</translation>
    </message>
    <message>
        <source>it is write-protected or in use by another program</source>
        <translation>il est protégé en écriture ou utilisé par un autre programme</translation>
    </message>
    <message>
        <source>{name} cannot be saved: {reason}.</source>
        <translation>{name} ne peut pas être enregistré : {reason}.</translation>
    </message>
    <message>
        <source>{name} got more than its {height} rows.</source>
        <translation>{name} a reçu plus que ses {height} lignes.</translation>
    </message>
    <message>
        <source>{name} got {rows} of its {height} rows.</source>
        <translation>{name} a reçu {rows} de ses {height} lignes.</translation>
    </message>
    <message>
        <source>{name} came out different from what was meant and was not kept.</source>
        <translation>{name} est différent de ce qui était voulu et n’a pas été gardé.</translation>
    </message>
    <message>
        <source>{name} was not written faithfully and was not kept.</source>
        <translation>{name} n’a pas été écrit fidèlement et n’a pas été gardé.</translation>
    </message>
    <message>
        <source>{name} could not be read back after writing: {reason}</source>
        <translation>{name} n’a pas pu être relu après l’écriture : {reason}</translation>
    </message>
    <message>
        <source>A tile is 1 to 1024 pixels wide, not {tile}.</source>
        <translation>Une tuile fait de 1 à 1024 pixels de large, pas {tile}.</translation>
    </message>
    <message>
        <source>an ONNX model</source>
        <translation>un modèle ONNX</translation>
    </message>
    <message>
        <source>half of an ncnn model</source>
        <translation>la moitié d’un modèle ncnn</translation>
    </message>
    <message>
        <source>a checkpoint of a training</source>
        <translation>une sauvegarde d’entraînement</translation>
    </message>
    <message>
        <source>a Keras model</source>
        <translation>un modèle Keras</translation>
    </message>
    <message>
        <source>a TensorFlow Lite model</source>
        <translation>un modèle TensorFlow Lite</translation>
    </message>
    <message>
        <source>a TensorFlow model</source>
        <translation>un modèle TensorFlow</translation>
    </message>
    <message>
        <source>a TensorRT model</source>
        <translation>un modèle TensorRT</translation>
    </message>
    <message>
        <source>a file whose ending does not say what it holds</source>
        <translation>un fichier dont l’extension ne dit pas ce qu’il contient</translation>
    </message>
    <message>
        <source>a pointer of Git LFS without the weights themselves</source>
        <translation>un pointeur Git LFS sans les poids eux-mêmes</translation>
    </message>
    <message>
        <source>a GGUF model</source>
        <translation>un modèle GGUF</translation>
    </message>
    <message>
        <source>an archive that must be unpacked first</source>
        <translation>une archive à décompresser d’abord</translation>
    </message>
    <message>
        <source>{name} is {kind}; Fourfold takes PyTorch&apos;s weights, as .safetensors or .pth.</source>
        <translation>{name} est {kind} ; Fourfold prend des poids de PyTorch, en .safetensors ou .pth.</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>une page web</translation>
    </message>
    <message>
        <source>a program of TorchScript</source>
        <translation>un programme TorchScript</translation>
    </message>
    <message>
        <source>{name} claims to be far larger than it is, so it was refused.</source>
        <translation>{name} prétend être bien plus grand qu’il n’est et a donc été refusé.</translation>
    </message>
    <message>
        <source>Texture goes between SRResNet and SRGAN; {name} has none to choose.</source>
        <translation>La texture va de SRResNet à SRGAN ; {name} n’en a pas à choisir.</translation>
    </message>
    <message>
        <source>{name} does not give a picture {scale} times as wide and high.</source>
        <translation>{name} ne donne pas une image {scale} fois plus large et plus haute.</translation>
    </message>
    <message>
        <source>{name} gives no picture, only values far beyond black and white.</source>
        <translation>{name} ne donne pas d’image, seulement des valeurs bien au-delà du noir et du blanc.</translation>
    </message>
    <message>
        <source>{name} holds a network that does not upscale colour photos.</source>
        <translation>{name} contient un réseau qui n’agrandit pas les photos en couleurs.</translation>
    </message>
    <message>
        <source>{name} holds values that are not finite numbers.</source>
        <translation>{name} contient des valeurs qui ne sont pas des nombres finis.</translation>
    </message>
    <message>
        <source>{name} was refused: it contains more than weights ({reason}).</source>
        <translation>{name} a été refusé : il contient autre chose que des poids ({reason}).</translation>
    </message>
    <message>
        <source>{name} holds no network that Fourfold knows, or it is damaged.</source>
        <translation>{name} ne contient aucun réseau que Fourfold connaisse, ou il est endommagé.</translation>
    </message>
    <message>
        <source>The name template {template!r} gives an empty name.</source>
        <translation>Le modèle de nom « {template} » donne un nom vide.</translation>
    </message>
    <message>
        <source>The name template {template!r} may hold {fields} and plain text.</source>
        <translation>Le modèle de nom « {template} » peut contenir {fields} et du texte simple.</translation>
    </message>
    <message>
        <source>There is not enough free memory for even the smallest tile; close other programs.</source>
        <translation>La mémoire libre ne suffit même pas à la plus petite tuile ; fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>accès refusé</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation>le quota de disque est épuisé</translation>
    </message>
    <message>
        <source>the file would be larger than this disk allows</source>
        <translation>le fichier serait plus grand que ce disque ne le permet</translation>
    </message>
    <message>
        <source>the disk is write-protected</source>
        <translation>le disque est protégé en écriture</translation>
    </message>
    <message>
        <source>the disk has an error</source>
        <translation>le disque signale une erreur</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>le nom est trop long</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>agrandissement</translation>
    </message>
    <message>
        <source>width</source>
        <translation>largeur</translation>
    </message>
    <message>
        <source>height</source>
        <translation>hauteur</translation>
    </message>
    <message>
        <source>long-edge</source>
        <translation>grand côté</translation>
    </message>
    <message>
        <source>megapixels</source>
        <translation>mégapixels</translation>
    </message>
    <message>
        <source>The result would be {target}, but this model reaches at most {most} from a photo of {source}.</source>
        <translation>Le résultat ferait {target} pixels, mais ce modèle atteint au plus {most} à partir d’une photo de {source}.</translation>
    </message>
    <message>
        <source>The {measure} must be a number above zero, not {value:g}.</source>
        <translation>La valeur « {measure} » doit être un nombre supérieur à zéro, pas {value:g}.</translation>
    </message>
    <message>
        <source>The result would be too large for any file; ask for a smaller {measure}.</source>
        <translation>Le résultat serait trop grand pour tout fichier ; choisissez une valeur plus petite ({measure}).</translation>
    </message>
    <message>
        <source>{name} came out {done} rows high instead of {height}.</source>
        <translation>{name} fait {done} lignes de haut au lieu de {height}.</translation>
    </message>
    <message>
        <source>Its {what} equal the whole</source>
        <translation>Les {what} donnent la même image que le tout</translation>
    </message>
    <message>
        <source>{verdict}: at most {distance:.1e} apart, {stray:.3%} of 8-bit levels off.</source>
        <translation>{verdict} : écart d’au plus {distance:.1e}, {stray:.3%} des niveaux de 8 bits décalés.</translation>
    </message>
    <message>
        <source>On {device} in {kind} it is {ratio:.1f} dB from float32 on the CPU.</source>
        <translation>Sur {device} en {kind}, il est à {ratio:.1f} dB de float32 sur le processeur.</translation>
    </message>
    <message>
        <source>{format}, {depth} bits</source>
        <translation>{format}, {depth} bits</translation>
    </message>
    <message>
        <source>Its {what} differ from the whole</source>
        <translation>Les {what} diffèrent du tout</translation>
    </message>
    <message>
        <source>{model}: {what}</source>
        <translation>{model} : {what}</translation>
    </message>
    <message>
        <source>{model}: precision</source>
        <translation>{model} : précision</translation>
    </message>
    <message>
        <source>It came back as {size} with {channels} channels.</source>
        <translation>Elle est revenue en {size} avec {channels} canaux.</translation>
    </message>
    <message>
        <source>Written and read again it is {ratio:.1f} dB from what it was.</source>
        <translation>Écrite puis relue, l’image est à {ratio:.1f} dB de ce qu’elle était.</translation>
    </message>
    <message>
        <source>tiles</source>
        <translation>tuiles</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>lignes</translation>
    </message>
    <message>
        <source>Written and read again it is equal to what it was.</source>
        <translation>Écrite puis relue, l’image est identique à ce qu’elle était.</translation>
    </message>
    <message>
        <source>{name} holds weights of another program; import it as a foreign model.</source>
        <translation>{name} contient les poids d’un autre programme ; ajoutez-le comme modèle étranger.</translation>
    </message>
    <message>
        <source>{name} is damaged: its contents do not match its checksum.</source>
        <translation>{name} est endommagé : son contenu ne correspond pas à sa somme de contrôle.</translation>
    </message>
    <message>
        <source>{name} holds values that are not finite numbers; its training must have failed.</source>
        <translation>{name} contient des valeurs qui ne sont pas des nombres finis ; son entraînement a dû échouer.</translation>
    </message>
    <message>
        <source>A share of texture goes from 0 to 1, not {share:g}.</source>
        <translation>Une part de texture va de 0 à 1, pas {share:g}.</translation>
    </message>
    <message>
        <source>{first} and {second} cannot be mixed: their networks differ.</source>
        <translation>{first} et {second} ne peuvent pas être mêlés : leurs réseaux diffèrent.</translation>
    </message>
    <message>
        <source>{name} does not fit the network that it describes.</source>
        <translation>{name} ne correspond pas au réseau qu’il décrit.</translation>
    </message>
    <message>
        <source>The weights were not saved to {path}: {reason}.</source>
        <translation>Les poids n’ont pas été enregistrés dans {path} : {reason}.</translation>
    </message>
    <message>
        <source>{name} is damaged: its tensors are not where its header says.</source>
        <translation>{name} est endommagé : ses tenseurs ne sont pas là où l’en-tête les annonce.</translation>
    </message>
    <message>
        <source>All checkpoints in {folder} are damaged.</source>
        <translation>Tous les points de reprise dans {folder} sont endommagés.</translation>
    </message>
    <message>
        <source>VGG19&apos;s weights are not here: local contrast, which knows less, stands in for it.</source>
        <translation>Les poids de VGG19 ne sont pas ici : le contraste local le remplace ; il en sait moins.</translation>
    </message>
    <message>
        <source>A training needs --photos and --out, or --resume.</source>
        <translation>Un entraînement demande --photos et --out, ou --resume.</translation>
    </message>
    <message>
        <source>{name} cannot be trained on; begin from srresnet, srgan or a model made from them.</source>
        <translation>{name} ne peut pas être entraîné ; partez de srresnet, de srgan ou d’un modèle qui en est issu.</translation>
    </message>
    <message>
        <source>Timing a training needs --photos.</source>
        <translation>Mesurer un entraînement demande --photos.</translation>
    </message>
    <message>
        <source>The list of photos to leave out cannot be read: {reason}.</source>
        <translation>La liste des photos à laisser de côté ne peut pas être lue : {reason}.</translation>
    </message>
    <message>
        <source>Memory ran out; resume with a smaller data.batch or data.patch (--set data.batch=4).</source>
        <translation>La mémoire ne suffit pas ; reprenez avec data.batch ou data.patch plus petit (--set data.batch=4).</translation>
    </message>
    <message>
        <source>The recipe {file} cannot be read: {reason}.</source>
        <translation>La recette {file} ne peut pas être lue : {reason}.</translation>
    </message>
    <message>
        <source>There is no recipe {name}; there are {known}.</source>
        <translation>Il n’y a pas de recette {name} ; il y a {known}.</translation>
    </message>
    <message>
        <source>There are no photos to train on.</source>
        <translation>Il n’y a pas de photos pour l’entraînement.</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>endommagées</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>trop petites</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>en double</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>floues</translation>
    </message>
    <message>
        <source>enlarged</source>
        <translation>déjà agrandies</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>très compressées</translation>
    </message>
    <message>
        <source>Photos that serve: {photos}, with {megapixels:.1f} megapixels, which is too few; add more, until there are {fewest} sharp photos, or fewer with {least} megapixels in all.</source>
        <translation>Photos utilisables : {photos}, de {megapixels:.1f} mégapixels, ce qui est trop peu ; ajoutez-en, jusqu’à {fewest} photos nettes, ou moins avec {least} mégapixels en tout.</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>un tube</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>un socket</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>un périphérique</translation>
    </message>
    <message>
        <source>{path} is {kind}, not a photo.</source>
        <translation>{path} est {kind}, pas une photo.</translation>
    </message>
    <message>
        <source>Results of Fourfold left out: {count}. Name one to upscale it.</source>
        <translation>Résultats de Fourfold laissés de côté : {count}. Nommez-en un pour l’agrandir.</translation>
    </message>
    <message>
        <source>The photo&apos;s gain map, which brightens it on HDR screens, is not kept.</source>
        <translation>La carte de gain de la photo, qui l’éclaircit sur les écrans HDR, n’est pas conservée.</translation>
    </message>
    <message>
        <source>The photo&apos;s depth map is not kept.</source>
        <translation>La carte de profondeur de la photo n’est pas conservée.</translation>
    </message>
    <message>
        <source>The moving part of the photo is not kept.</source>
        <translation>La partie animée de la photo n’est pas conservée.</translation>
    </message>
    <message>
        <source>The photo is HDR; its colours are brought to the brightness of a usual screen.</source>
        <translation>La photo est en HDR ; ses couleurs sont ramenées à la luminosité d’un écran ordinaire.</translation>
    </message>
    <message>
        <source>The file holds {count} pictures; only the main one is taken.</source>
        <translation>Le fichier contient {count} images ; seule la principale est prise.</translation>
    </message>
    <message>
        <source>is a JPEG of {bits} bits a channel; Fourfold takes those of 8</source>
        <translation>est un JPEG de {bits} bits par canal ; Fourfold prend ceux de 8</translation>
    </message>
    <message>
        <source>is a hierarchical JPEG, which Fourfold does not read</source>
        <translation>est un JPEG hiérarchique, que Fourfold ne lit pas</translation>
    </message>
    <message>
        <source>comes in more than {most} scans, which no photo does</source>
        <translation>se compose de plus de {most} passes, ce que ne fait aucune photo</translation>
    </message>
    <message>
        <source>has more than {most} parts, which no photo has</source>
        <translation>a plus de {most} parties, ce que n’a aucune photo</translation>
    </message>
    <message>
        <source>has EXIF that refers to itself again and again</source>
        <translation>a des données EXIF qui renvoient sans fin à elles-mêmes</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signés</translation>
    </message>
    <message>
        <source>floating-point</source>
        <translation>à virgule flottante</translation>
    </message>
    <message>
        <source>complex</source>
        <translation>complexes</translation>
    </message>
    <message>
        <source>has {bits}-bit {kind} pixels; Fourfold takes unsigned ones of 8 and 16 bits a channel</source>
        <translation>a des pixels {kind} de {bits} bits ; Fourfold prend ceux de 8 et 16 bits non signés par canal</translation>
    </message>
    <message>
        <source>is packed by {kind}, which Fourfold does not read; save it with LZW or ZIP</source>
        <translation>est compressé par {kind}, que Fourfold ne lit pas ; enregistrez-le avec LZW ou ZIP</translation>
    </message>
    <message>
        <source>has tiles of one colour each, which Fourfold does not read; save it interleaved</source>
        <translation>a des tuiles d’une seule couleur chacune, que Fourfold ne lit pas ; enregistrez-le entrelacé par pixel</translation>
    </message>
    <message>
        <source>has more than {most} pages; Fourfold takes single photos</source>
        <translation>a plus de {most} pages ; Fourfold prend des photos seules</translation>
    </message>
    <message>
        <source>has {pages} pages; Fourfold takes single photos</source>
        <translation>a {pages} pages ; Fourfold prend des photos seules</translation>
    </message>
    <message>
        <source>has tags that are larger than the file itself</source>
        <translation>a des balises plus grandes que le fichier lui-même</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>non signés</translation>
    </message>
    <message>
        <source>{name} is a bitmap of run lengths with more than {most} megapixels; save it as PNG.</source>
        <translation>{name} est un bitmap codé par plages de plus de {most} mégapixels ; enregistrez-le en PNG.</translation>
    </message>
    <message>
        <source>{name} has pixels of an unknown kind ({kind}).</source>
        <translation>{name} a des pixels d’un type inconnu ({kind}).</translation>
    </message>
    <message>
        <source>{name} is larger than any photo.</source>
        <translation>{name} est plus grand que n’importe quelle photo.</translation>
    </message>
    <message>
        <source>is a video; Fourfold takes single photos</source>
        <translation>est une vidéo ; Fourfold prend des photos seules</translation>
    </message>
    <message>
        <source>is a web page, not a photo; save the picture itself</source>
        <translation>est une page web, pas une photo ; enregistrez l’image elle-même</translation>
    </message>
    <message>
        <source>is a {kind} file, which Fourfold does not read; save it as PNG or TIFF</source>
        <translation>est un fichier {kind}, que Fourfold ne lit pas ; enregistrez-le en PNG ou TIFF</translation>
    </message>
    <message>
        <source>{name} says it has {size} pixels; Fourfold opens photos whose longer side is up to {most}.</source>
        <translation>{name} dit avoir {size} pixels ; Fourfold ouvre des photos dont le grand côté va jusqu’à {most}.</translation>
    </message>
    <message>
        <source>{name} says it has {size} pixels, far more than a photo has in so small a file.</source>
        <translation>{name} dit avoir {size} pixels, bien plus qu’une photo dans un si petit fichier.</translation>
    </message>
    <message>
        <source>The camera maker&apos;s own data in EXIF (MakerNote) is left out: elsewhere it would point to nothing.</source>
        <translation>Les données propres au fabricant de l’appareil dans EXIF (MakerNote) sont omises : ailleurs, elles ne renverraient à rien.</translation>
    </message>
    <message>
        <source>{kind} is left out: {format} holds no more than 64 KB of it.</source>
        <translation>{kind} est omis : {format} n’en contient pas plus de 64 Ko.</translation>
    </message>
    <message>
        <source>EXIF is damaged and left out.</source>
        <translation>EXIF est endommagé et omis.</translation>
    </message>
    <message>
        <source>XMP is damaged and left out.</source>
        <translation>XMP est endommagé et omis.</translation>
    </message>
    <message>
        <source>IPTC is left out: {format} has no place for it.</source>
        <translation>IPTC est omis : {format} n’a pas de place pour cela.</translation>
    </message>
    <message>
        <source>{format} has no place for these texts, which are left out: {names}.</source>
        <translation>{format} n’a pas de place pour ces textes, qui sont omis : {names}.</translation>
    </message>
    <message>
        <source>{name} is too long for the name of a file.</source>
        <translation>{name} est trop long pour un nom de fichier.</translation>
    </message>
    <message>
        <source>The file lacks its end; perhaps it was not copied whole.</source>
        <translation>La fin du fichier manque ; il n’a peut-être pas été copié en entier.</translation>
    </message>
    <message>
        <source>{name} is damaged: its size is not what it says.</source>
        <translation>{name} est endommagé : sa taille n’est pas celle annoncée.</translation>
    </message>
    <message>
        <source>The file has {pages} pages; only the first is taken.</source>
        <translation>Le fichier a {pages} pages ; seule la première est prise.</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>ses liens tournent en rond</translation>
    </message>
    <message>
        <source>{before}, {last}</source>
        <translation>{before}, {last}</translation>
    </message>
    <message>
        <source>{kept} of {photos} photos serve ({megapixels:.1f} megapixels)</source>
        <translation>{kept} photos sur {photos} conviennent ({megapixels:.1f} mégapixels)</translation>
    </message>
    <message>
        <source>{serving}; left out: {counts}.</source>
        <translation>{serving} ; laissées de côté : {counts}.</translation>
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
        <translation>Rien n’est téléchargé depuis {url} ; l’adresse doit commencer par https://.</translation>
    </message>
    <message>
        <source>The photos of --replay are not used: data.replay_share of the recipe is 0.</source>
        <translation>Les photos de --replay ne sont pas utilisées : data.replay_share de la recette vaut 0.</translation>
    </message>
    <message>
        <source>Ignored in {work}: {options}.</source>
        <translation>Sans effet {work} : {options}.</translation>
    </message>
    <message>
        <source>timing ten steps</source>
        <translation>en mesurant dix étapes</translation>
    </message>
    <message>
        <source>going on with a training</source>
        <translation>en reprenant un entraînement</translation>
    </message>
    <message>
        <source>The recipe {file} is no text.</source>
        <translation>La recette {file} n’est pas un texte.</translation>
    </message>
    <message>
        <source>A recipe cannot be called {name}: its weights get that name, so it has to be one that a file can have.</source>
        <translation>Une recette ne peut pas s’appeler {name} : ses poids reçoivent ce nom, un fichier doit donc pouvoir le porter.</translation>
    </message>
    <message>
        <source>{path} holds {names} already; choose another folder.</source>
        <translation>{path} contient déjà {names} ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Ignored, as nothing is downloaded: {options}.</source>
        <translation>Sans effet, car rien n’est téléchargé : {options}.</translation>
    </message>
    <message>
        <source>{model}: device</source>
        <translation>{model} : appareil</translation>
    </message>
    <message>
        <source>{device} computes wrong, so the CPU is used; a newer driver may help.</source>
        <translation>{device} calcule faux : le processeur prend sa place ; un pilote plus récent y remédiera peut-être.</translation>
    </message>
    <message>
        <source>{device} computed wrong or broke off before, so the CPU is used until it has another driver.</source>
        <translation>{device} s’est déjà trompé ou interrompu&#xa0;: le processeur le remplace jusqu’à ce qu’il ait un autre pilote.</translation>
    </message>
    <message>
        <source>{device} broke off, so the CPU is used from here on; a newer driver may help.</source>
        <translation>{device} s’est interrompu&#xa0;: le processeur prend la suite&#xa0;; un pilote plus récent peut aider.</translation>
    </message>
    <message>
        <source>{model} is a network of another program, which {device} cannot compute, so the CPU is used.</source>
        <translation>{model} est le réseau d’un autre programme, que {device} ne sait pas calculer&#xa0;: le processeur est utilisé.</translation>
    </message>
    <message>
        <source>XMP is left out: it is far longer than that of any photo.</source>
        <translation>XMP est omis : il est bien plus long que celui d’aucune photo.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>Le dossier {folder} ne peut pas être créé : {reason}.</translation>
    </message>
    <message>
        <source>Memory ran out; compare in another folder with a smaller data.batch or data.patch (--set data.batch=4).</source>
        <translation>La mémoire ne suffit pas ; comparez dans un autre dossier avec data.batch ou data.patch plus petit (--set data.batch=4).</translation>
    </message>
    <message>
        <source>The opinions of --study stand in the tables of --paper; ask for both.</source>
        <translation>Les avis de --study figurent dans les tableaux de --paper : demandez les deux.</translation>
    </message>
    <message>
        <source>beginning a training</source>
        <translation>en commençant un entraînement</translation>
    </message>
    <message>
        <source>The model of --teacher is not asked: content.teacher of the recipe is 0.</source>
        <translation>Le modèle de --teacher n’est pas consulté : content.teacher de la recette vaut 0.</translation>
    </message>
    <message>
        <source>All these photos are of one burst, so those held back are like those that are learned from: the verdict will be too kind.</source>
        <translation>Toutes ces photos viennent d’une même rafale : celles qui sont mises de côté ressemblent à celles qui servent à apprendre, et le verdict sera trop favorable.</translation>
    </message>
    <message>
        <source>{path} has become shorter since this training began.</source>
        <translation>{path} est devenu plus court depuis le début de cet entraînement.</translation>
    </message>
    <message>
        <source>There are no photos in {folder} to learn from. {news}</source>
        <translation>{folder} ne contient aucune photo dont apprendre. {news}</translation>
    </message>
    <message>
        <source>Passed by: {count}. {first}</source>
        <translation>Ignorés : {count}. {first}</translation>
    </message>
    <message>
        <source>Results of Fourfold left out: {count}.</source>
        <translation>Résultats de Fourfold laissés de côté : {count}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}</source>
        <translation>{name} ne peut pas être lu : {reason}</translation>
    </message>
    <message>
        <source>The photos in {folder} were stored by another version of Fourfold; remove the folder, and they are stored anew.</source>
        <translation>Les photos de {folder} ont été enregistrées par une autre version de Fourfold ; supprimez le dossier, et elles le seront de nouveau.</translation>
    </message>
    <message>
        <source>The photos take {needed:.1f} GB in {folder}, where {free:.1f} GB are free.</source>
        <translation>Les photos demandent {needed:.1f} Go dans {folder}, où {free:.1f} Go sont libres.</translation>
    </message>
    <message>
        <source>The photos cannot be stored in {folder}: {reason}.</source>
        <translation>Impossible d’enregistrer les photos dans {folder} : {reason}.</translation>
    </message>
    <message>
        <source>What the teacher makes cannot be stored in {folder}: {reason}.</source>
        <translation>Ce que fait le modèle enseignant ne peut pas être enregistré dans {folder} : {reason}.</translation>
    </message>
    <message>
        <source>In {minutes} minutes each network could take {steps} steps, which is too few; give them {needed} or more, or compare fewer.</source>
        <translation>En {minutes} minutes, chaque réseau ferait {steps} étapes, ce qui est trop peu ; donnez-leur-en {needed} ou plus, ou comparez-en moins.</translation>
    </message>
    <message>
        <source>{path} compares other networks; go on with the options that it began with, or choose another folder.</source>
        <translation>{path} compare d’autres réseaux ; continuez avec les options du début, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Nothing can be written to {path}: {reason}.</source>
        <translation>Rien ne peut être écrit dans {path} : {reason}.</translation>
    </message>
    <message>
        <source>No photos are held out to measure on; name some with --data.</source>
        <translation>Aucune photo n’est réservée pour la mesure ; indiquez-en avec --data.</translation>
    </message>
    <message>
        <source>The paper has scores of {sets}; name a folder of --data so.</source>
        <translation>L’article donne des valeurs pour {sets} ; nommez ainsi un dossier de --data.</translation>
    </message>
    <message>
        <source>There are {count} results for {name} in {folder}: {files}.</source>
        <translation>Il y a {count} résultats pour {name} dans {folder} : {files}.</translation>
    </message>
    <message>
        <source>There is no original of {name}: it is upscaled as it is.</source>
        <translation>Il n’y a pas d’original de {name} : la photo est agrandie telle quelle.</translation>
    </message>
    <message>
        <source>{name} does not make photos four times as wide and high.</source>
        <translation>{name} ne rend pas les photos quatre fois plus larges et plus hautes.</translation>
    </message>
    <message>
        <source>{path} is {size} pixels large; a result of {name} is {due}.</source>
        <translation>{path} fait {size} pixels ; un résultat de {name} en fait {due}.</translation>
    </message>
    <message>
        <source>There is no result for {name} in {folder}.</source>
        <translation>Il n’y a pas de résultat pour {name} dans {folder}.</translation>
    </message>
    <message>
        <source>Two methods are called {name}; give the results another name.</source>
        <translation>Deux méthodes s’appellent {name} ; donnez un autre nom aux résultats.</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}.</source>
        <translation>{path} est endommagé : {reason}.</translation>
    </message>
    <message>
        <source>{path} holds no study.</source>
        <translation>{path} ne contient pas d’étude.</translation>
    </message>
    <message>
        <source>{path} has no key.json: merge it into the folder that has one.</source>
        <translation>Il n’y a pas de key.json dans {path} : fusionnez-le dans le dossier qui en a un.</translation>
    </message>
    <message>
        <source>{path} is the key of another study.</source>
        <translation>{path} est la clé d’une autre étude.</translation>
    </message>
    <message>
        <source>{folder} lacks images, such as {name}.</source>
        <translation>Il manque des images dans {folder}, par exemple {name}.</translation>
    </message>
    <message>
        <source>{path} holds no study that can be used: {reason}.</source>
        <translation>{path} ne contient pas d’étude utilisable : {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d’écrire {path} : {reason}.</translation>
    </message>
    <message>
        <source>A study compares two methods or more.</source>
        <translation>Une étude compare au moins deux méthodes.</translation>
    </message>
    <message>
        <source>The original can be judged only where the photos are originals, which are reduced first.</source>
        <translation>L’original ne peut être jugé que si les photos sont des originaux, réduits d’abord.</translation>
    </message>
    <message>
        <source>A crop is at least {least} pixels wide, not {side}.</source>
        <translation>Un extrait fait au moins {least} pixels de large, pas {side}.</translation>
    </message>
    <message>
        <source>The share that is shown again is from 0 to {most}.</source>
        <translation>La part montrée une seconde fois va de 0 à {most}.</translation>
    </message>
    <message>
        <source>There is no photo called {name} to be cropped.</source>
        <translation>Il n’y a pas de photo appelée {name} à recadrer.</translation>
    </message>
    <message>
        <source>{name} is of the calibration; judge another photo, or calibrate on another.</source>
        <translation>{name} sert à l’étalonnage ; jugez une autre photo, ou étalonnez sur une autre.</translation>
    </message>
    <message>
        <source>{path} is not empty; choose another folder.</source>
        <translation>{path} n’est pas vide ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{name}: {count} new answers.</source>
        <translation>{name} : nouvelles réponses : {count}.</translation>
    </message>
    <message>
        <source>{path} is another study than {into}.</source>
        <translation>{path} est une autre étude que {into}.</translation>
    </message>
    <message>
        <source>{name} answered {count} trials differently in {folder}; the later answers count.</source>
        <translation>{name} a répondu autrement {count} fois dans {folder} ; les réponses les plus récentes comptent.</translation>
    </message>
    <message>
        <source>{count} raters are called {name}; they count as {count} people.</source>
        <translation>{count} évaluateurs s’appellent {name} ; ils comptent pour {count} personnes.</translation>
    </message>
    <message>
        <source>{count} raters are called {name}; say which: {ids}.</source>
        <translation>{count} évaluateurs s’appellent {name} ; dites lequel : {ids}.</translation>
    </message>
    <message>
        <source>A rater needs a name.</source>
        <translation>Un évaluateur a besoin d’un nom.</translation>
    </message>
    <message>
        <source>{name} is of another study; take it out of {folder}.</source>
        <translation>{name} appartient à une autre étude ; retirez-le de {folder}.</translation>
    </message>
    <message>
        <source>{path} does not say whose ratings it holds.</source>
        <translation>{path} ne dit pas de qui sont les évaluations.</translation>
    </message>
    <message>
        <source>The rating was not kept: {reason}.</source>
        <translation>L’évaluation n’a pas été conservée : {reason}.</translation>
    </message>
    <message>
        <source>Nobody has rated anything in {path} yet.</source>
        <translation>Personne n’a encore rien évalué dans {path}.</translation>
    </message>
    <message>
        <source>{method} is liked best.</source>
        <translation>{method} plaît le plus.</translation>
    </message>
    <message>
        <source>It is better than {others}: that is hardly chance.</source>
        <translation>Elle est meilleure que {others} : ce n’est guère un hasard.</translation>
    </message>
    <message>
        <source>{count} answers cannot decide between {methods} methods: judge more photos, or compare fewer.</source>
        <translation>{count} réponses ne peuvent départager {methods} méthodes : jugez plus de photos, ou comparez moins de méthodes.</translation>
    </message>
    <message>
        <source>Whether it is better than {others} is open: that may be chance.</source>
        <translation>On ne sait pas si elle est meilleure que {others} : ce peut être un hasard.</translation>
    </message>
    <message>
        <source>{name} is too small to be judged.</source>
        <translation>{name} est trop petite pour être jugée.</translation>
    </message>
    <message>
        <source>At {left},{top} the crop reaches out of {name}, whose result is {size}.</source>
        <translation>À {left},{top}, l’extrait sort de {name}, dont le résultat fait {size}.</translation>
    </message>
    <message>
        <source>Two photos are called {name}; results could not be told apart.</source>
        <translation>Deux photos s’appellent {name} ; leurs résultats ne pourraient être distingués.</translation>
    </message>
    <message>
        <source>The recipe was not written to {path}: {reason}.</source>
        <translation>La recette n’a pas été écrite dans {path} : {reason}.</translation>
    </message>
    <message>
        <source>network</source>
        <translation>réseau</translation>
    </message>
    <message>
        <source>discriminator</source>
        <translation>discriminateur</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>optimiseur</translation>
    </message>
    <message>
        <source>A training goes on with the {part} that it began with; leave its settings as they were, or begin a new training.</source>
        <translation>Un entraînement continue avec le {part} avec lequel il a commencé ; laissez ses réglages tels quels ou commencez-en un nouveau.</translation>
    </message>
    <message>
        <source>{change} with {mix:.0%} of the training, and other photos stay as good as they were.</source>
        <translation>{change} avec {mix:.0%} de l’entraînement, et les autres photos restent aussi bonnes.</translation>
    </message>
    <message>
        <source>As {features} sees it, photos like yours move {share:.1%} away</source>
        <translation>Selon {features}, les photos comme les vôtres s’éloignent de l’original de {share:.1%}</translation>
    </message>
    <message>
        <source>{folder} cannot be moved: {reason}.</source>
        <translation>{folder} ne peut pas être déplacé : {reason}.</translation>
    </message>
    <message>
        <source>other photos move {share:.1%} away</source>
        <translation>les autres s’éloignent de {share:.1%}</translation>
    </message>
    <message>
        <source>Photos like yours gain {gain:.3f} dB</source>
        <translation>Les photos comme les vôtres gagnent {gain:.3f} dB</translation>
    </message>
    <message>
        <source>Photos like yours lose {loss:.3f} dB</source>
        <translation>Les photos comme les vôtres perdent {loss:.3f} dB</translation>
    </message>
    <message>
        <source>As {features} sees it, photos like yours come {share:.1%} closer</source>
        <translation>Selon {features}, les photos comme les vôtres se rapprochent de l’original de {share:.1%}</translation>
    </message>
    <message>
        <source>other photos lose {loss:.3f} dB</source>
        <translation>les autres perdent {loss:.3f} dB</translation>
    </message>
    <message>
        <source>A change is added to a model or a weights file: name it with --from.</source>
        <translation>Un changement s’ajoute à un modèle ou à un fichier de poids : nommez-le avec --from.</translation>
    </message>
    <message>
        <source>{path} is damaged; remove it and start again: what is missing is made anew.</source>
        <translation>{path} est endommagé ; supprimez-le et recommencez : ce qui manque sera refait.</translation>
    </message>
    <message>
        <source>This recipe is of an earlier version of Fourfold, whose setting {part}.{name} is gone; begin a new training with one of today&apos;s recipes.</source>
        <translation>Cette recette vient d’une version antérieure de Fourfold, dont le réglage {part}.{name} n’existe plus ; commencez un nouvel entraînement avec une recette actuelle.</translation>
    </message>
    <message>
        <source>{methods} are liked equally well, before the others.</source>
        <translation>{methods} plaisent autant, avant les autres.</translation>
    </message>
    <message>
        <source>{before} and {after} have another network than {base}.</source>
        <translation>{before} et {after} ont un autre réseau que {base}.</translation>
    </message>
    <message>
        <source>Nothing is compiled here: torch finds no compiler that works.</source>
        <translation>Rien n’est compilé ici : torch ne trouve aucun compilateur qui fonctionne.</translation>
    </message>
    <message>
        <source>Photos to learn from: {count}, which take {needed:.1f} GB of memory, where {free:.1f} GB are free; --store FOLDER reads them from disk.</source>
        <translation>Photos à apprendre : {count} ; elles demandent {needed:.1f} Go de mémoire, dont {free:.1f} Go sont libres. Avec --store DOSSIER, elles sont lues sur le disque.</translation>
    </message>
    <message>
        <source>{name} enlarges by {teacher}, and what it is to teach by {scale}; choose another teacher.</source>
        <translation>{name} agrandit de {teacher}, et ce qui doit apprendre de {scale} ; choisissez un autre modèle enseignant.</translation>
    </message>
    <message>
        <source>local contrast</source>
        <translation>le contraste local</translation>
    </message>
    <message>
        <source>{change}, and other photos stay as good as they were.</source>
        <translation>{change}, et les autres restent aussi bonnes.</translation>
    </message>
    <message>
        <source>{change}, but they lose {cost:.2f} dB of PSNR: part of the new texture is noise.</source>
        <translation>{change}, mais perdent {cost:.2f} dB de PSNR : une part de la nouvelle texture est du bruit.</translation>
    </message>
    <message>
        <source>{change}, but one photo is too few to tell; use more photos.</source>
        <translation>{change}, mais une seule photo ne suffit pas pour juger ; prenez plus de photos.</translation>
    </message>
    <message>
        <source>{change}, but not all of the {photos} held-out photos agree; use more photos.</source>
        <translation>{change}, mais les {photos} photos mises de côté ne s’accordent pas toutes là-dessus ; prenez plus de photos.</translation>
    </message>
    <message>
        <source>No step was better on held-out photos than the model that it began from: too little to learn.</source>
        <translation>Sur les photos mises de côté, aucune étape n’a fait mieux que le modèle de départ : trop peu à apprendre.</translation>
    </message>
    <message>
        <source>{change}, too little to matter.</source>
        <translation>{change}, trop peu pour compter.</translation>
    </message>
    <message>
        <source>{change}: the model that it began from is better.</source>
        <translation>{change} : le modèle de départ est meilleur.</translation>
    </message>
    <message>
        <source>{change}, which is not clear, and {forgotten}.</source>
        <translation>{change}, ce qui n’est pas net, et {forgotten}.</translation>
    </message>
    <message>
        <source>{path} did not begin from a model, so there is nothing to compare with.</source>
        <translation>{path} n’est parti d’aucun modèle, il n’y a donc rien à comparer.</translation>
    </message>
    <message>
        <source>{path} holds no model yet; continue the training until it has saved one.</source>
        <translation>{path} ne contient pas encore de modèle ; continuez l’entraînement jusqu’à ce qu’il en ait enregistré un.</translation>
    </message>
    <message>
        <source>{path} has no held-out photos to judge by.</source>
        <translation>{path} n’a pas de photos mises de côté pour juger.</translation>
    </message>
    <message>
        <source>The verdict was not written to {path}: {reason}.</source>
        <translation>Le verdict n’a pas été écrit dans {path} : {reason}.</translation>
    </message>
    <message>
        <source>No smaller share of it does both.</source>
        <translation>Aucune part moindre ne réussit les deux.</translation>
    </message>
    <message>
        <source>The verdict in {path} cannot be read: {reason}.</source>
        <translation>Le verdict dans {path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>Nothing was saved at step {step}: {reason}.</source>
        <translation>Rien n’a été enregistré à l’étape {step} : {reason}.</translation>
    </message>
    <message>
        <source>There are no photos in {folder}: it needs JPEG, PNG, WebP, TIFF or HEIC files.</source>
        <translation>Il n’y a pas de photos dans {folder} : il faut des fichiers JPEG, PNG, WebP, TIFF ou HEIC.</translation>
    </message>
    <message>
        <source>{path} has changed since this training began; start a new one.</source>
        <translation>{path} a changé depuis le début de cet entraînement ; commencez-en un nouveau.</translation>
    </message>
    <message>
        <source>{name} cannot be read as a picture: {reason}.</source>
        <translation>{name} ne peut pas être lu comme image : {reason}.</translation>
    </message>
    <message>
        <source>{path} holds no checkpoint to begin from.</source>
        <translation>{path} ne contient aucun point de reprise d’où partir.</translation>
    </message>
    <message>
        <source>None of the photos in {folder} serves: {found}</source>
        <translation>Aucune des photos de {folder} ne convient : {found}</translation>
    </message>
    <message>
        <source>None of the photos in {folder} serves to be replayed: {found}</source>
        <translation>Aucune des photos de {folder} ne convient à la répétition : {found}</translation>
    </message>
    <message>
        <source>The setting {name} cannot be {value}; it is now {now}.</source>
        <translation>Le réglage {name} ne peut pas être {value} ; il est maintenant {now}.</translation>
    </message>
    <message>
        <source>The recipe is not valid TOML: {reason}.</source>
        <translation>La recette n’est pas du TOML valide : {reason}.</translation>
    </message>
    <message>
        <source>A setting looks like data.batch=8, not like {setting}.</source>
        <translation>Un réglage s’écrit comme data.batch=8, pas comme {setting}.</translation>
    </message>
    <message>
        <source>A recipe has the parts {parts}; there is no {part}.</source>
        <translation>Une recette a les parties {parts} ; il n’y a pas de {part}.</translation>
    </message>
    <message>
        <source>There is no setting {part}.{name}.</source>
        <translation>Il n’y a pas de réglage {part}.{name}.</translation>
    </message>
    <message>
        <source>The setting [{part}] is wrong: {reason}.</source>
        <translation>Le réglage [{part}] est faux : {reason}.</translation>
    </message>
    <message>
        <source>Recipe {name}: {rule}.</source>
        <translation>Recette {name} : {rule}.</translation>
    </message>
    <message>
        <source>{path} already holds a training; continue it with --resume, or choose another folder.</source>
        <translation>{path} contient déjà un entraînement ; continuez-le avec --resume, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The run folder {path} cannot be made: {reason}.</source>
        <translation>Le dossier {path} de l’entraînement ne peut pas être créé : {reason}.</translation>
    </message>
    <message>
        <source>{path} holds no training that can be continued: {reason}.</source>
        <translation>{path} ne contient aucun entraînement à continuer : {reason}.</translation>
    </message>
    <message>
        <source>The weights in {file} cannot be read: {reason}.</source>
        <translation>Les poids dans {file} ne peuvent pas être lus : {reason}.</translation>
    </message>
    <message>
        <source>None of the photos in {folder} that were tried can be used.</source>
        <translation>Aucune des photos essayées dans {folder} ne convient.</translation>
    </message>
    <message>
        <source>The loss was not a finite number for {steps} steps; resume from the last checkpoint with half the learning rate (--set optimiser.learning_rate=...).</source>
        <translation>La perte n’a pas été un nombre fini pendant {steps} étapes ; reprenez au dernier point de reprise avec un taux d’apprentissage réduit de moitié (--set optimiser.learning_rate=...).</translation>
    </message>
    <message>
        <source>{file} does not hold VGG19&apos;s weights: features.{number} is not there.</source>
        <translation>{file} ne contient pas les poids de VGG19 : features.{number} manque.</translation>
    </message>
    <message>
        <source>{name} does not hold VGG19&apos;s weights; choose another file.</source>
        <translation>{name} ne contient pas les poids de VGG19 ; choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>What {url} gave is not the file that was published; try again later.</source>
        <translation>Ce que {url} a fourni n’est pas le fichier publié ; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{url} cannot be downloaded: the server answered {code}.</source>
        <translation>{url} ne peut pas être téléchargé : le serveur a répondu {code}.</translation>
    </message>
    <message>
        <source>The download of VGG19 was cut ({reason}); the next try goes on from there.</source>
        <translation>Le téléchargement de VGG19 a été interrompu ({reason}) ; l’essai suivant reprendra à cet endroit.</translation>
    </message>
    <message>
        <source>VGG19&apos;s weights were not saved to {folder}: {reason}.</source>
        <translation>Les poids de VGG19 n’ont pas été enregistrés dans {folder} : {reason}.</translation>
    </message>
    <message>
        <source>{name} is the photo itself; choose another name for the result.</source>
        <translation>{name} est la photo elle-même ; choisissez un autre nom pour le résultat.</translation>
    </message>
    <message>
        <source>{change}, but {forgotten}.</source>
        <translation>{change}, mais {forgotten}.</translation>
    </message>
    <message>
        <source>A reference for this photo is {wanted} pixels, four times its size, not {given}.</source>
        <translation>Une référence pour cette photo fait {wanted} pixels, quatre fois sa taille, pas {given}.</translation>
    </message>
    <message>
        <source>{name} needs {needed:.1f} GB of memory, more than is free.</source>
        <translation>{name} demande {needed:.1f} GB de mémoire, plus qu’il n’y en a de libre.</translation>
    </message>
    <message>
        <source>{name} was not trained by Fourfold; add it on the page Upscale.</source>
        <translation>{name} n’a pas été entraîné par Fourfold ; ajoutez-le à la page Agrandissement.</translation>
    </message>
    <message>
        <source>{folder} cannot be written: {reason}.</source>
        <translation>Il est impossible d’écrire dans {folder} : {reason}.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
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
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
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
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>The language changes when Fourfold starts the next time.</source>
        <translation>La langue change au prochain démarrage de Fourfold.</translation>
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
        <source>Print in cm</source>
        <translation>Tirage, cm</translation>
    </message>
    <message>
        <source>Print in inches</source>
        <translation>Tirage, pouces</translation>
    </message>
    <message>
        <source>The long edge</source>
        <translation>Le grand côté</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Step {} of {}: {}</source>
        <translation>Étape {} sur {} : {}</translation>
    </message>
</context>
<context>
    <name>TrainOnButton</name>
    <message>
        <source>Train on</source>
        <translation>Continuer l’entraînement</translation>
    </message>
    <message>
        <source>Continue to the end that was planned</source>
        <translation>Continuer jusqu’à la fin prévue</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Approfondi</translation>
    </message>
    <message>
        <source>{}: {} steps more</source>
        <translation>{} : {} étapes de plus</translation>
    </message>
    <message>
        <source>{}: {} steps more, about {}</source>
        <translation>{} : {} étapes de plus, environ {}</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>But</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>encore {}</translation>
    </message>
    <message>
        <source>Training {}</source>
        <translation>Entraînement {}</translation>
    </message>
    <message>
        <source>Decide about this training first; then another can begin.</source>
        <translation>Décidez d’abord de cet entraînement ; ensuite un autre peut commencer.</translation>
    </message>
    <message>
        <source>Drop a folder; its photos are what is learned from.</source>
        <translation>Déposez un dossier ; on apprend de ses photos.</translation>
    </message>
    <message>
        <source>A folder of your photos</source>
        <translation>Un dossier de vos photos</translation>
    </message>
    <message>
        <source>It is there again, and waits until you have decided about this one.</source>
        <translation>Il est de nouveau là, et attend que vous ayez décidé de celui-ci.</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>The training on “{}” waits for you.</source>
        <translation>L’entraînement sur « {} » vous attend.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Photos not finished last time: {}.</source>
        <translation>Photos non terminées la dernière fois : {}.</translation>
    </message>
</context>
<context>
    <name>UpscalePage</name>
    <message>
        <source>Add a model</source>
        <translation>Ajouter un modèle</translation>
    </message>
    <message>
        <source>Copied what is visible.</source>
        <translation>Ce qui est visible a été copié.</translation>
    </message>
</context>
<context>
    <name>VerdictStep</name>
    <message>
        <source>Judging</source>
        <translation>Jugement</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Garder…</translation>
    </message>
    <message>
        <source>Judging on the photos held back…</source>
        <translation>Jugement sur les photos mises de côté…</translation>
    </message>
    <message>
        <source>There is no verdict.</source>
        <translation>Il n’y a pas de verdict.</translation>
    </message>
    <message>
        <source>Keep all the same…</source>
        <translation>Garder quand même…</translation>
    </message>
    <message>
        <source>Keep {} %…</source>
        <translation>Garder {} %…</translation>
    </message>
</context>
<context>
    <name>VerdictView</name>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalle à 95 %</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Share of the training</source>
        <translation>Part de l’entraînement</translation>
    </message>
    <message>
        <source>Each photo…</source>
        <translation>Chaque photo…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>0 % is the model it began from. Less than 100 % keeps more of what that one can.</source>
        <translation>0 % est le modèle de départ. Moins de 100 % garde davantage de ce qu’il sait faire.</translation>
    </message>
    <message>
        <source>HOW MUCH OF IT</source>
        <translation>QUELLE PART</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Mieux</translation>
    </message>
    <message>
        <source>Better on yours, worse on others</source>
        <translation>Mieux sur les vôtres, moins bien ailleurs</translation>
    </message>
    <message>
        <source>No clear difference</source>
        <translation>Pas de différence nette</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Moins bien</translation>
    </message>
    <message>
        <source>Yours were held back for judging; the others, never learned from, show what was forgotten.</source>
        <translation>Les vôtres étaient mises de côté pour juger ; les autres, dont le modèle n’apprend jamais, montrent ce qui a été oublié.</translation>
    </message>
    <message>
        <source>Each was scaled down to a quarter, upscaled and compared with itself.</source>
        <translation>Chacune a été réduite au quart, agrandie et comparée à elle-même.</translation>
    </message>
    <message>
        <source>PSNR: of the luma in dB, higher is closer.</source>
        <translation>PSNR : de la luminance en dB, plus haut est plus proche.</translation>
    </message>
    <message>
        <source>Distance: as {} sees it, lower is closer.</source>
        <translation>Écart : tel que {} le voit, plus bas est plus proche.</translation>
    </message>
    <message>
        <source>PSNR gained, in dB</source>
        <translation>PSNR gagné, en dB</translation>
    </message>
    <message>
        <source>Distance saved</source>
        <translation>Distance réduite</translation>
    </message>
    <message>
        <source>{}: yours, and others (dotted)</source>
        <translation>{} : les vôtres, et les autres (pointillés)</translation>
    </message>
    <message>
        <source>{}: yours</source>
        <translation>{} : les vôtres</translation>
    </message>
    <message>
        <source>Yours: {} {} ({})</source>
        <translation>Les vôtres : {} {} ({})</translation>
    </message>
    <message>
        <source>Others: {} {} ({})</source>
        <translation>Les autres : {} {} ({})</translation>
    </message>
</context>
<context>
    <name>Vgg19Field</name>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Use a file…</source>
        <translation>Utiliser un fichier…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Use another file…</source>
        <translation>Prendre un autre fichier…</translation>
    </message>
    <message>
        <source>A file of VGG19&apos;s weights</source>
        <translation>Un fichier des poids de VGG19</translation>
    </message>
    <message>
        <source>Downloading VGG19: {}</source>
        <translation>Téléchargement de VGG19 : {}</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Zoom in to compare   Z</source>
        <translation>Zoomer pour comparer   Z</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
</TS>
