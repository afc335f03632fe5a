"""Real words that look like a word of the figure questions, so that none of them is mended into one: "wachten", "doel", "schulden".

Common words of Dutch, and words of the documents, within the reach of a mend; a word that joins the vocabulary brings its own.
"""

REAL_WORDS = frozenset(
    """
    aanbeden aandeden aandeed aandenken aandienen aanduwen aangelopen aangenomen aankeken aanleren aanmelden aanmeren
    aanmeten aannemen aanpraten aanspreek aanspreken aansprekend aanstalten aanstellen aantasten aanval aanvallen
    aanvallend aanvaller aanvegen aanvielen aanvoelen aanvullen aart aarzelen able abril actueler afgefloten afgekomen
    afgeladen afgelegen afgelezen afgeroepen afgesloten afgeworpen afhelpen afnam afnamen afspraak afspraken aile albe
    alde alge alie alla allee allel allem allen aller alles alley allez alli allie allo alls ally allé allée aloe alpe
    alte amandelen antillen aparte aparts appart apri aprile augustin avril bijeenkomen caliente cijferig clients clint
    cliënte cliënteel cuijpers daagde daagden daagt daal daalder daalders daalen daardoor daarover daarvóór daat daden
    dael dagen daken dalarna dale dalek dalem dalend daler dales daley damen danen darling daten dating dazen deal dealen
    dealt dede deed deeg deels deelt deen deep deer deerde dees deet deez deil dele delen deling dell derden dere desde
    doel dolen draaiden dralen duel dwaalde dwaalden dwaalt dwalen dwaling dáárvoor edna eelke eender eerde eerden eerdere
    eersten ekke elbe elde elek elie elka elkaars elken elko elks elle else elske emke enke epke erdoor erno ervoer etna
    facto factors factory february gasteren gastheren gebeden gebeente gebieden gebleken gebleven geboeide gedaagd
    gedaagde gedaalde gedeelde gedeelten gedeeltes gedempte gedierte gedraagd gedraaid gedwaald gefaald gefaalde
    geforceerd geformeerd gegleden gegriefd gegroefd gegroefde gegroeide gehaald gehaalde gehemelte geklommen geknoeid
    gekozen gekregen gekromde gekropen geladen gelderen gelede geleding geleen geleende gelegen geleiden geleider geleken
    gelezen geluiden gemeden gemeende gemeene gemerkte gemiddelden gemiddeldes gemoeten gemonteerd genoegen genormeerd
    genoteerd geoogste geopteerd gepaald geproefd gerangschikte gereden geridderd geroddeld geroeid geroemde gerooide
    geserveerd geslagen gesmeten gesnoeid gesoldeerd gesommeerd gesorteerde gesproeid gestalten gesteente gesteenten
    gesteggel gesteven gestoken gestolen gestoten gestreden gestreken getale geteelde getreden geval gevallen gevloeid
    gezegden gezellen gezwegen gleden gloei gloeide gloeien gloeiend gloeit goei goeien goot gorter grienden groe groede
    groef groeiend groeier groen groenen groenige groenste groenten groepen groessen groeven gromit gromt groo groom
    groote grootere grootse grootser grootstad grootsten grootten groottes grot grote groten grotere groters grover hager
    haider halden halder handen harde hardere harders hardest hards hardt harer harker harper harpiste harrer harst hayden
    hebban hebbend hebbes herben herder hidden histoire historia historic historica historici historiek hitserie hoer
    hoevelen hoge hogen hogere hogeveen hogg holger homer hong honger hood hoof hooge hooger hoogh hoogstad hooi hook hool
    hoon hoop hoor hoos hoost hoot hover huidig huizinge huldigen hysterie iederen ieders ieper inder indexatie indicatief
    indicatieve indicator indicators inductie invitatie jaaa jaag jaah jaak jaan jaap jaars jaer jafar jahr jair jani
    january jara joar joli joni jule julia julie julii julio julli july june jung junk juno kamen keef keek keel keen keep
    keert kees keet kemenade kemer keper kere kerr keur kever kham kier klam kleine kleinen kleinere kleins kleinsma
    kleinsten kleintje kleist klomp klompen koer kokende kolkende komend komp kopende kostende kram kramen kramp krampen
    krimp krimpen kroep krom krommen kroop krop kropen kroppen kwab kwaden kwai kwak kwaken kwal kwalen kwame kwan
    kwartiel laags laagte laatsten lage lagere lagers langer langst langste langzame langzamere larger laster late latei
    latem latere laters lateur latex leger liter luger léger maag maagd maagdelijk maagdelijke maagden maai maait maak
    maakt maande maandjes maands maanen maare maarn maas mael maer mahal mail mala mall manal mand manden mander marat
    mart maul maximus meal medi meed meek meel meen meent meente meera meere meern meers meerv meese meesten meester meets
    mehr meid meier meij mein meis meli melsen menden menen mengen menken mennen menten mere meri mesen messen mest meter
    mevr meyer mheer mier milder minde minded minden mindere mindert miner mins minsk minsten minster mint minute mist
    miste moei moer moest moeste momento moments momentum motetten mutaties myer naait naakt naas naaste naat nast neto
    nett nette netty netzo novembre october omwikkeld ongedeerd ongemeen ongesteld ontwijkend ontwijkende ontwikkel
    ontwikkelen ontwikkelend ontwikkelings opbellen opgebeld opgedeeld opgeilen opgelegd opgeleid opgerold opgespeld
    opgesteld opgetild opgevuld opgezegd oprollen opstallen opstelden opstellen opsteller opstelten optelling optillen
    opvallen opvullen opzwellen overdacht overmacht overnacht overnight overtocht overvecht overwicht overziet paus pear
    pedofiel pedofielen peek peer pera pere perf peri perioden perk perl perm pero pers personal personeel personele
    personnel peru peruanen perú petr pick pieck pied pief piekt piel pien piep piepte pies piet pike pikte pink pius plas
    plek plos plug plugs pluis pluk plum precieze precious premiers premies previews processen profile profileer profiler
    profileren profiles profiteren projecten protesten provence province provincial provinciën provisie provisies puls
    radio rangschikken rangschikt rationale ratko rato recensie recenter recentere recept recepten receptie recette reeds
    reek reels rees regent regenten regentes reggio regi regie reginald region regional regions regis rekent retentie
    régional saad sagen saman same sand sanden sands satijnen saven saxen schakelde schakelden schakelt schalen schalken
    schallen schedels scheel scheele scheemda scheen scheepje scheerde scheert scheet scheetje scheidde scheidden scheiden
    schelde schelden schele schellen schelpen schenden schenen schengen schenken schepen schepens scheppen scheren
    schermen scherpen scherven scheten schetsen scheurde scheurden scheuren scheuten schiepen schieten schilden schillen
    schoenen schoepen scholen scholten schotelt schreden schreven schuilde schuilden schuilen schulden schulen schulten
    seller shad siegen sinas sind sings sins sinus smeden sneden snelder snelle snellen snellere snels snelt sodm soma
    some somo soms somt sorcerer sorteert sorteren spanden speelden staa staand staander staarden stab stade stads stadt
    staf stag stak stal stam stander standing standjes stands stane stang stangen stank stans stap star stas stat stax
    stay stede stedin stee steed steef steege steek steel steep steg steig steilste steker stekker stekkers stelden
    steller stemden sterke sterken sterkere sterksten sterkt sterkte steunden stieg stijg stijgend stijger stijgers
    stijlen stirling stoerder stoerste stom stoomde stoorden stormden strand stranded stranden streaker streden streelde
    strijden strijken strooide strooien strookje strookte stroomnet stroompje stud sweden swinging sámen tabee table tafel
    takel tassen tegenkomen tend tentamen tijdreis tobe toegeeft toegekomen toek toenam toenamen toenemen toer toes
    toestemt toet toke tome tonale tone toph topo topp tops tore total tote tove toye tracer trader trage tragel tragere
    tred treed trends trendy trent trop tweed tweeden tweedy vallende vana vandaal vandaan vandaar vedel veed veeel veeg
    veehouder veele veels veen veep veer veil veldloop veldlopen vele venloop verademing verander veranderen veranderend
    verandert verankerd verankerde verankeren verankering verankert verbeeld verbeelden verbieden verbleken verbogen
    verbonden verboten verbouwden verbouwen verbouwing verbouwt verde verdeeld verdeelden verdiend verdienden verdiep
    verdiept verdoken verdoven verdrievoudigen verdubbel verdubbelen verdubbelt veredeld vergaderd vergaderde vergaderden
    vergadering vergapen vergeleek vergelijke vergelijkend vergelijker vergelijkt vergoeden vergoeding vergoedt
    vergoelijken vergoten vergouwen verhaald verhandeld verhandelde verhandeling verharden verharding verhardt verheijden
    verhelpen verheugen verheugt verheyden verhinderd verhinderde verhinderden verhindering verhoede verhoeven verhoging
    verhoogden verhoogt verhoort verhuren verhuurt verkloot verkloten verkomen verkoop verkoopt verkopen verkoper verkoren
    verkouden verkozen verl verladen verlagen verlaten verleden verlegen verlenen verleren verliefden verlieft verliepen
    verlies verliest verliet verloofd verloopt verloor verloot verloren verlorene verlossen verloten verloven vermelden
    verminderd verminderde verminderden vermindering vermoeden vermoedt vermogen vermolen vernederd vernederde vernedering
    vernield vernielde vernielden vernielen vernielt vernomen verouderd verouderde veroudering verpoppen verschaft
    verschalken verschalkt verscheiden verschiet verschieten verschijn verschijnen verschijnende verschijnt verschillenden
    verscholen verschool verschoot verschrikt verschuif verschuift verschuil verschuilen verschuilt verses versierd
    versierden verslapen verslepen versneld verspilde verspillen verspilt versteld verstilde vertelden vertonen vertouwen
    verus verveeld vervielen vervlogen verwelken verwierp verwonden verwonderd verwonderde verwondering verwonding
    verwondt verworden verwording verwordt verworpen verzeild verzonden verzopen veul vezel vierden vierge vierhouten
    voedende voel voelende voerde voerende voldoend voldoende volgenden volgers volgorde volhield volhouden volhoudt
    vollopen voorafje voorbede voorbij voorbode voorhield voorhouden voorhoudt voorlopen voorzijde vorig vormende vormige
    vragende vreselijk vroegere vroegst vroegte vullende vurige waagde waagden waaide waande waanden waard waardeer
    waarder waardes waarheen waarje waarneer waden wagen waken walen walk wanderer wanen wapen warmen warne warren warten
    waten waxen weak wedden wedren week weerden weiden weke welcke weld welker welks well welle welp wels welt wely wenden
    wenen wenk werde werder weren werk werke werken werpen werven weyden wierden wilk wilke woerden wogen wolk wolke women
    wonden wonend wonnen worden woven wren wélke zetten zitte zittend zitter zotten zwaarste zwakke zwakken zwakkere
    zwaksten zwakt zwakte zwartste
    """.split()
)
