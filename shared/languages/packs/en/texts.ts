<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es_PE">
<context>
    <name></name>
    <message>
        <source>Escriba el código de su cita</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Type the code of your appointment</translation>
    </message>
    <message>
        <source>Está en la constancia que le dieron. También puede acercarla al lector.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It is on the paper you were given. You can also hold it to the reader.</translation>
    </message>
    <message>
        <source>Listo</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Done</translation>
    </message>
    <message>
        <source>Borrar</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Erase</translation>
    </message>
    <message>
        <source>hoy a las {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">today at {hour}</translation>
    </message>
    <message>
        <source>el {day} a las {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">on {day} at {hour}</translation>
    </message>
    <message>
        <source>¿Con qué entidad?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">With which institution?</translation>
    </message>
    <message>
        <source>¿Sobre qué entidad?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">About which institution?</translation>
    </message>
    <message>
        <source>¿De qué entidad?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">From which institution?</translation>
    </message>
    <message>
        <source>Ahora no sabemos cuántas personas esperan</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We do not know now how many people are waiting</translation>
    </message>
    <message>
        <source>Vea cuántas personas esperan y cuánto puede demorar</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">See how many people are waiting and how long it may take</translation>
    </message>
    <message>
        <source>Más entidades</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">More institutions</translation>
    </message>
    <message>
        <source>¿Qué servicio necesita?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Which service do you need?</translation>
    </message>
    <message>
        <source>Más opciones</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">More options</translation>
    </message>
    <message>
        <source>Ver las primeras</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Back to the first ones</translation>
    </message>
    <message>
        <source>Página {number} de {of}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Page {number} of {of}</translation>
    </message>
    <message>
        <source>Reabre a las {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Opens again at {hour}</translation>
    </message>
    <message>
        <source>Sin módulo abierto por ahora</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No counter is open now</translation>
    </message>
    <message>
        <source>Más de 1 hora</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">More than 1 hour</translation>
    </message>
    <message>
        <source>Más de {hours} horas</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">More than {hours} hours</translation>
    </message>
    <message>
        <source>Menos de {minutes} minutos</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Less than {minutes} minutes</translation>
    </message>
    <message>
        <source>De {low} a {high} minutos</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">{low} to {high} minutes</translation>
    </message>
    <message>
        <source>Tasa</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Fee</translation>
    </message>
    <message>
        <source>Traiga</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Bring</translation>
    </message>
    <message>
        <source>Usted eligió</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">You chose</translation>
    </message>
    <message>
        <source>Tasa: {amount}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="obsolete">Fee: {amount}</translation>
    </message>
    <message>
        <source>Traiga: {things}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="obsolete">Bring: {things}</translation>
    </message>
    <message>
        <source>cita {code}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">appointment {code}</translation>
    </message>
    <message>
        <source>Usted eligió: {service}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="obsolete">You chose: {service}</translation>
    </message>
    <message>
        <source>Su número de documento</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your document number</translation>
    </message>
    <message>
        <source>Es opcional: le atendemos igual sin él.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It is optional: we attend you just the same without it.</translation>
    </message>
    <message>
        <source>Es obligatorio: {rule}.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It is required: {rule}.</translation>
    </message>
    <message>
        <source>DNI</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">DNI</translation>
    </message>
    <message>
        <source>Carné de extranjería</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Residence card</translation>
    </message>
    <message>
        <source>8 dígitos</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">8 digits</translation>
    </message>
    <message>
        <source>9 dígitos o más</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">9 digits or more</translation>
    </message>
    <message>
        <source>Borrar todo</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Erase all</translation>
    </message>
    <message>
        <source>Continuar</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Continue</translation>
    </message>
    <message>
        <source>Continuar sin documento</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Go on without a document</translation>
    </message>
    <message>
        <source>¿No tiene DNI ni carné? Pida su número a un orientador.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No DNI or residence card? Ask a guide for your number.</translation>
    </message>
    <message>
        <source>Se guarda cifrado y se borra al terminar su atención.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It is kept encrypted and erased when your attention ends.</translation>
    </message>
    <message>
        <source>Se guarda cifrado y se borra hoy, al cierre del centro.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It is kept encrypted and erased today, when the centre closes.</translation>
    </message>
    <message>
        <source>Responsable: {holder}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Responsible: {holder}</translation>
    </message>
    <message>
        <source>Solo lo ve quien le atiende; no sale del centro.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Only who attends you sees it; it does not leave the centre.</translation>
    </message>
    <message>
        <source>Sus derechos: {rights}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your rights: {rights}</translation>
    </message>
    <message>
        <source>Kiosco</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Kiosk</translation>
    </message>
    <message>
        <source>Atrás</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Back</translation>
    </message>
    <message>
        <source>¿Necesita ayuda?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="obsolete">Do you need help?</translation>
    </message>
    <message>
        <source>Acérquese a un orientador: también puede darle su número.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="obsolete">Go to a guide, who can also give you your number.</translation>
    </message>
    <message>
        <source>Acérquese a un orientador.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="obsolete">Go to a guide.</translation>
    </message>
    <message>
        <source>Volver al inicio</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Back to the start</translation>
    </message>
    <message>
        <source>Su número es {number}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your number is {number}</translation>
    </message>
    <message>
        <source>Puede cambiarlo por otro trámite o dejar su lugar.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">You can change it for another procedure or give up your place.</translation>
    </message>
    <message>
        <source>Ya le llamaron: acérquese al módulo que dice la pantalla.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">You have been called: go to the counter on the screen.</translation>
    </message>
    <message>
        <source>Le esperamos desde las {hour}: vuelva a esa hora y mire la pantalla.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We expect you from {hour}: come back then and watch the screen.</translation>
    </message>
    <message>
        <source>Le esperamos más tarde: vuelva a esa hora y mire la pantalla.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We expect you later: come back then and watch the screen.</translation>
    </message>
    <message>
        <source>Su atención quedó pendiente. Acérquese al módulo que la dejó así, o pregunte a un orientador.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your attention is on hold. Go to the counter that put it on hold, or ask a guide.</translation>
    </message>
    <message>
        <source>Pasó la hora para volver. Pida ayuda a un orientador, o saque un número nuevo.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">The time to come back has passed. Ask a guide for help, or take a new number.</translation>
    </message>
    <message>
        <source>Este número ya terminó. Si necesita otro, saque uno nuevo.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This number is finished. If you need another one, take a new one.</translation>
    </message>
    <message>
        <source>Otro trámite</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Another procedure</translation>
    </message>
    <message>
        <source>Conserva su número. Elija el trámite que necesita.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">You keep your number. Choose the procedure that you need.</translation>
    </message>
    <message>
        <source>Ya no lo necesito</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">I no longer need it</translation>
    </message>
    <message>
        <source>{number} deja de valer y su lugar queda libre.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">{number} is no longer valid, and its place is free.</translation>
    </message>
    <message>
        <source>{number} ya no vale</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">{number} is no longer valid</translation>
    </message>
    <message>
        <source>Gracias por avisar. Si necesita otro número, sáquelo aquí.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Thank you for telling us. If you need another number, take it here.</translation>
    </message>
    <message>
        <source>¿Para qué será {number}?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">What will {number} be for?</translation>
    </message>
    <message>
        <source>¿Qué necesita hacer hoy?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">What do you need to do today?</translation>
    </message>
    <message>
        <source>Tengo una cita</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">I have an appointment</translation>
    </message>
    <message>
        <source>Toque una opción</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Touch an option</translation>
    </message>
    <message>
        <source>Hacer un trámite</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Do a procedure</translation>
    </message>
    <message>
        <source>Pedir orientación</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Ask for guidance</translation>
    </message>
    <message>
        <source>Constituir una empresa</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Set up a company</translation>
    </message>
    <message>
        <source>Recoger un documento</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Collect a document</translation>
    </message>
    <message>
        <source>DNI, pasaporte, antecedentes, pagos, licencias</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">DNI, passport, police and court records, payments, licences</translation>
    </message>
    <message>
        <source>Le explicamos requisitos, costos y pasos</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We explain requirements, costs and steps</translation>
    </message>
    <message>
        <source>Formalice su negocio en un solo lugar</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Register your business in one place</translation>
    </message>
    <message>
        <source>DNI, pasaporte u otro que ya está listo</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">DNI, passport or another one that is ready</translation>
    </message>
    <message>
        <source>¿Sigue ahí?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Are you still there?</translation>
    </message>
    <message>
        <source>Volveremos al inicio en 1 segundo.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We go back to the start in 1 second.</translation>
    </message>
    <message>
        <source>Volveremos al inicio en {seconds} segundos.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We go back to the start in {seconds} seconds.</translation>
    </message>
    <message>
        <source>Necesito más tiempo</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">I need more time</translation>
    </message>
    <message>
        <source>Todavía no abrimos</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We are not open yet</translation>
    </message>
    <message>
        <source>Por ahora estamos cerrados</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We are closed now</translation>
    </message>
    <message>
        <source>Aquí sacará su número cuando abramos.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Here you will take your number when we open.</translation>
    </message>
    <message>
        <source>Damos números hoy desde las {hour}.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We give numbers today from {hour}.</translation>
    </message>
    <message>
        <source>Damos números mañana desde las {hour}.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We give numbers tomorrow from {hour}.</translation>
    </message>
    <message>
        <source>Damos números el {day} desde las {hour}.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We give numbers on {day} from {hour}.</translation>
    </message>
    <message>
        <source>{days}: {opens} a {closes}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">{days}: {opens} to {closes}</translation>
    </message>
    <message>
        <source>Horario de atención</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Opening hours</translation>
    </message>
    <message>
        <source>Un momento</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">One moment</translation>
    </message>
    <message>
        <source>Estamos sacando su número.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We are getting your number.</translation>
    </message>
    <message>
        <source>Su número saldrá cuando vuelva la conexión</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your number will come when the connection is back</translation>
    </message>
    <message>
        <source>No hace falta pedirlo otra vez.
Si no lo pidió usted, podrá sacar el suyo después.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">You need not ask for it again.
If you did not ask for it, you can take yours afterwards.</translation>
    </message>
    <message>
        <source>Pedido para: {service}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="obsolete">Asked for: {service}</translation>
    </message>
    <message>
        <source>Pedido para</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Asked for</translation>
    </message>
    <message>
        <source>Su número es</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your number is</translation>
    </message>
    <message>
        <source>Primero pague en {entity}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">First pay at {entity}</translation>
    </message>
    <message>
        <source>Imprimiendo su ticket…</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Printing your ticket…</translation>
    </message>
    <message>
        <source>Recoja su ticket.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Take your ticket.</translation>
    </message>
    <message>
        <source>¿Salió su ticket?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Did your ticket come out?</translation>
    </message>
    <message>
        <source>Anote su número o tómele una foto.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Write your number down or take a photo of it.</translation>
    </message>
    <message>
        <source>No se pudo imprimir; su número vale igual.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It could not be printed; your number is valid all the same.</translation>
    </message>
    <message>
        <source>Si no sale, anote su número o tómele una foto: vale igual.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">If it does not come out, write your number down or take a photo: it is valid all the same.</translation>
    </message>
    <message>
        <source>Si salió cortado o no salió, imprima una copia: es el mismo número.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">If it was cut short or did not come out, print a copy: it is the same number.</translation>
    </message>
    <message>
        <source>Imprimir copia</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Print a copy</translation>
    </message>
    <message>
        <source>Sí, ya lo tengo</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Yes, I have it</translation>
    </message>
    <message>
        <source>Ahora no se imprime: anote su número</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Nothing prints now: write your number down</translation>
    </message>
    <message>
        <source>El código identifica su ticket.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">The code identifies your ticket.</translation>
    </message>
    <message>
        <source>¿Ya pagó la tasa?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Have you paid the fee?</translation>
    </message>
    <message>
        <source>La tasa de este trámite es {amount}.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">The fee of this procedure is {amount}.</translation>
    </message>
    <message>
        <source>Se paga en {first}, antes de la atención en {then}.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It is paid at {first}, before the attention at {then}.</translation>
    </message>
    <message>
        <source>Sí, ya pagué</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Yes, I have paid</translation>
    </message>
    <message>
        <source>Le llamaremos en {entity}. Tenga a la mano su comprobante.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We will call you at {entity}. Have your receipt at hand.</translation>
    </message>
    <message>
        <source>Todavía no</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Not yet</translation>
    </message>
    <message>
        <source>Le llamaremos primero en {first} y después en {then}, con el mismo número.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We will call you first at {first} and then at {then}, with the same number.</translation>
    </message>
    <message>
        <source>¿Le corresponde atención preferente?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Are you entitled to priority attention?</translation>
    </message>
    <message>
        <source>Es un derecho. Aquí no necesita probar nada.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It is a right. You need not prove anything here.</translation>
    </message>
    <message>
        <source>Personas de 60 años a más</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">People of 60 years and over</translation>
    </message>
    <message>
        <source>Gestantes</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Pregnant women</translation>
    </message>
    <message>
        <source>Personas con discapacidad</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">People with a disability</translation>
    </message>
    <message>
        <source>Con niñas o niños</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">With young children</translation>
    </message>
    <message>
        <source>Sí</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No</translation>
    </message>
    <message>
        <source>Me corresponde</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">I am</translation>
    </message>
    <message>
        <source>Por orden de llegada</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">In order of arrival</translation>
    </message>
    <message>
        <source>No pudimos darle un número</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We could not give you a number</translation>
    </message>
    <message>
        <source>Algo salió mal y no se le dio ningún número.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Something went wrong and no number was given.</translation>
    </message>
    <message>
        <source>Pida ayuda a un orientador.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Ask a guide for help.</translation>
    </message>
    <message>
        <source>Esta entidad</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This institution</translation>
    </message>
    <message>
        <source>{entity} atiende desde las {hour}. Vuelva a esa hora, o elija otro trámite.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">{entity} attends from {hour}. Come back then, or choose another procedure.</translation>
    </message>
    <message>
        <source>{entity} ya no atiende hoy. Vuelva otro día, o elija otro trámite.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">{entity} no longer attends today. Come another day, or choose another procedure.</translation>
    </message>
    <message>
        <source>Para este trámite hoy ya no alcanza el tiempo</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">For this procedure there is no time left today</translation>
    </message>
    <message>
        <source>Para {entity} hoy ya no alcanza el tiempo</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">For {entity} there is no time left today</translation>
    </message>
    <message>
        <source>el último ticket se dio a las {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">the last ticket was given at {hour}</translation>
    </message>
    <message>
        <source>Puede venir {when}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">You can come {when}</translation>
    </message>
    <message>
        <source>«{service}»</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">“{service}”</translation>
    </message>
    <message>
        <source>Este servicio</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This service</translation>
    </message>
    <message>
        <source>{service} no se atiende por el momento.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">{service} is not attended for the moment.</translation>
    </message>
    <message>
        <source>más tarde</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">later</translation>
    </message>
    <message>
        <source>Su cita es {when}. Aquí puede registrarla desde las {hour}.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your appointment is {when}. You can check in here from {hour}.</translation>
    </message>
    <message>
        <source>Su cita es {when}. Aquí puede registrarla un poco antes.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your appointment is {when}. You can check in here a little before.</translation>
    </message>
    <message>
        <source>Su cita es {when}. Vuelva ese día.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your appointment is {when}. Come back that day.</translation>
    </message>
    <message>
        <source>otro día</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">on another day</translation>
    </message>
    <message>
        <source>{service} ya dio todos los números de este horario.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">{service} has given all the numbers of these hours.</translation>
    </message>
    <message>
        <source>Habrá más desde las {hour}.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">There will be more from {hour}.</translation>
    </message>
    <message>
        <source>Vuelva otro día.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Come another day.</translation>
    </message>
    <message>
        <source>este trámite</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">this procedure</translation>
    </message>
    <message>
        <source>Con ese documento ya hay un número en espera para {service}. Si lo perdió, pida ayuda a un orientador.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">With that document there is a number waiting for {service} already. If you lost it, ask a guide for help.</translation>
    </message>
    <message>
        <source>Esa cita ya tiene un número: {number}.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">That appointment has a number already: {number}.</translation>
    </message>
    <message>
        <source>Este servicio acaba de cambiar. Elija otra vez desde el inicio.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This service has just changed. Choose again from the start.</translation>
    </message>
    <message>
        <source>No encontramos una cita con ese código.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We found no appointment with that code.</translation>
    </message>
    <message>
        <source>Ese ticket no es de hoy.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">That ticket is not of today.</translation>
    </message>
    <message>
        <source>Su número ya fue llamado o ya terminó: no se puede cambiar aquí.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your number was called or is finished: it cannot be changed here.</translation>
    </message>
    <message>
        <source>Este trámite pide el número de su documento.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This procedure asks for the number of your document.</translation>
    </message>
    <message>
        <source>El número de documento no está completo. Elija otra vez desde el inicio.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">The document number is not complete. Choose again from the start.</translation>
    </message>
    <message>
        <source>Su número ya es para ese trámite: no hay nada que cambiar.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your number is for that procedure already: there is nothing to change.</translation>
    </message>
    <message>
        <source>El centro no está atendiendo en este momento.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">The centre is not attending at this moment.</translation>
    </message>
    <message>
        <source>Ya se dieron todos los números de hoy para este servicio.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">All numbers of today have been given for this service.</translation>
    </message>
    <message>
        <source>Este centro no atiende en ese idioma. Elija otra vez desde el inicio.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This centre does not attend in that language. Choose again from the start.</translation>
    </message>
    <message>
        <source>En este momento no podemos dar más números.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">At this moment we cannot give more numbers.</translation>
    </message>
    <message>
        <source>Esta pantalla no puede dar números. Pida el suyo a un orientador.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This screen cannot give numbers. Ask a guide for yours.</translation>
    </message>
    <message>
        <source>Último {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Last {hour}</translation>
    </message>
    <message>
        <source>Hoy ya no</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Not today</translation>
    </message>
    <message>
        <source>Suspendido</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Suspended</translation>
    </message>
    <message>
        <source>Sin cupo</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Full</translation>
    </message>
    <message>
        <source>Cerrado</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Closed</translation>
    </message>
    <message>
        <source>No se atiende por ahora</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Not attended for now</translation>
    </message>
    <message>
        <source>Hoy ya no alcanza</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No time left today</translation>
    </message>
    <message>
        <source>Más números desde las {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">More numbers from {hour}</translation>
    </message>
    <message>
        <source>Hoy ya no hay cupo</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Full for today</translation>
    </message>
    <message>
        <source>Atiende desde las {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Attends from {hour}</translation>
    </message>
    <message>
        <source>Hoy ya no atiende</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No longer attends today</translation>
    </message>
    <message>
        <source>Hoy ya no alcanza: último ticket {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No time left today: last ticket {hour}</translation>
    </message>
    <message>
        <source>hoy desde las {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">today from {hour}</translation>
    </message>
    <message>
        <source>mañana desde las {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">tomorrow from {hour}</translation>
    </message>
    <message>
        <source>el {day} desde las {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">on {day} from {hour}</translation>
    </message>
    <message>
        <source>Sin conexión: se dan números provisionales</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No connection: numbers are provisional</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="obsolete">Provisional</translation>
    </message>
    <message>
        <source>Espera: sin datos por ahora</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Wait: not known now</translation>
    </message>
    <message>
        <source>Su número provisional es</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your provisional number is</translation>
    </message>
    <message>
        <source>¿Pidió usted el número {number}?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Did you ask for number {number}?</translation>
    </message>
    <message>
        <source>El kiosco se apagó antes de imprimirlo.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">The kiosk went off before it was printed.</translation>
    </message>
    <message>
        <source>Es para: {service}.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It is for: {service}.</translation>
    </message>
    <message>
        <source>Si nadie lo pide en {seconds} s, deja de valer.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">If nobody asks for it within {seconds} s, it is no longer valid.</translation>
    </message>
    <message>
        <source>Sí, imprimir mi número</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Yes, print my number</translation>
    </message>
    <message>
        <source>Un momento: sin conexión…</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">One moment: no connection…</translation>
    </message>
    <message>
        <source>Pida su número a un orientador.
Si ya tiene el suyo, no lo pierde.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Ask a guide for your number.
If you have yours already, you do not lose it.</translation>
    </message>
    <message>
        <source>Daremos números en cuanto vuelva la conexión.
Si ya tiene su número, no lo pierde.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We will give numbers as soon as the connection is back.
If you have your number already, you do not lose it.</translation>
    </message>
    <message>
        <source>Nadie espera</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Nobody waiting</translation>
    </message>
    <message>
        <source>1 espera</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">1 waiting</translation>
    </message>
    <message>
        <source>{count} esperan</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">{count} waiting</translation>
    </message>
    <message>
        <source>módulo {counter}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">counter {counter}</translation>
    </message>
    <message>
        <source>módulos {counters}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">counters {counters}</translation>
    </message>
    <message>
        <source>Interrumpido: sin sistema</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Interrupted: system down</translation>
    </message>
    <message>
        <source>Interrumpido: sin luz</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Interrupted: no power</translation>
    </message>
    <message>
        <source>Interrumpido: sin línea</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Interrupted: no line</translation>
    </message>
    <message>
        <source>Interrumpido: por evacuación</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Interrupted: evacuation</translation>
    </message>
    <message>
        <source>Interrumpido: por ahora</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Interrupted for now</translation>
    </message>
    <message>
        <source>Siga su turno en el celular: conéctese a la Wi-Fi {wifi} y escanee el código.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Follow your turn on your phone: join the Wi-Fi {wifi} and scan the code.</translation>
    </message>
    <message>
        <source>COPIA</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">COPY</translation>
    </message>
    <message>
        <source>NÚMERO PROVISIONAL</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">PROVISIONAL NUMBER</translation>
    </message>
    <message>
        <source>Se dio sin conexión y vale igual: su turno cuenta desde esta hora. Le llamaremos por este número.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It was given without a connection and is just as valid: your turn counts from this hour. We will call you by this number.</translation>
    </message>
    <message>
        <source>Atención preferente</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Priority attention</translation>
    </message>
    <message>
        <source>Personas antes</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">People before you</translation>
    </message>
    <message>
        <source>Ahora ningún módulo atiende. Le llamaremos cuando abra uno.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No counter attends now. We will call you when one opens.</translation>
    </message>
    <message>
        <source>La pantalla le dirá su módulo.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">The screen will tell you your counter.</translation>
    </message>
    <message>
        <source>Código de su ticket</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Code of your ticket</translation>
    </message>
    <message>
        <source>Este número vale solo por hoy.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This number is valid only today.</translation>
    </message>
    <message>
        <source>¿Un reclamo? Pida el Libro de Reclamaciones.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">A complaint? Ask for the Libro de Reclamaciones.</translation>
    </message>
    <message>
        <source>ninguna</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">none</translation>
    </message>
    <message>
        <source>Le llamaremos hacia</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We will call you at about</translation>
    </message>
    <message>
        <source>Le llamaremos antes de</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We will call you before</translation>
    </message>
    <message>
        <source>Le llamaremos entre</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We will call you between</translation>
    </message>
    <message>
        <source>Requisitos. No es un ticket: no da turno.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Requirements. This is no ticket: it gives no turn.</translation>
    </message>
    <message>
        <source>Se paga en {entity}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">To be paid at {entity}</translation>
    </message>
    <message>
        <source>pago de {amount}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">payment of {amount}</translation>
    </message>
    <message>
        <source>pago de la tasa</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">payment of the fee</translation>
    </message>
    <message>
        <source>vuelva a las {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">come back at {hour}</translation>
    </message>
    <message>
        <source>vuelva {minutes} min después</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">come back {minutes} min later</translation>
    </message>
    <message>
        <source>Su cita era a las {hour}: llegó tarde y va por orden de llegada.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your appointment was at {hour}: you came late and go in order of arrival.</translation>
    </message>
    <message>
        <source>Su cita: {hour}.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your appointment: {hour}.</translation>
    </message>
    <message>
        <source>Su ticket</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your ticket</translation>
    </message>
    <message>
        <source>Su número</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your number</translation>
    </message>
    <message>
        <source>Su visita</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your visit</translation>
    </message>
    <message>
        <source>Actualizar</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Refresh</translation>
    </message>
    <message>
        <source>Esta página se actualiza sola. También lo llamaremos por la pantalla y la voz de la sala.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This page updates by itself. You will also be called on the hall's screen and by voice.</translation>
    </message>
    <message>
        <source>Esta página se actualiza sola.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This page updates by itself.</translation>
    </message>
    <message>
        <source>Sin conexión con esta página. Revise su Wi-Fi y mire la pantalla de la sala.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This page cannot be reached. Check your Wi-Fi and look at the hall's screen.</translation>
    </message>
    <message>
        <source>Aquí no se guarda ningún dato de usted.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Nothing about you is kept here.</translation>
    </message>
    <message>
        <source>Este ticket no está en espera</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This ticket is not waiting</translation>
    </message>
    <message>
        <source>Ya terminó, se canceló o es de otro día. Si cree que es un error, acérquese a orientación.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It has ended, was cancelled, or is from another day. If you think this is wrong, ask at the information desk.</translation>
    </message>
    <message>
        <source>Su ticket vale solo el día en que se dio.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">A ticket is valid only on the day it was given.</translation>
    </message>
    <message>
        <source>Sin noticias del centro</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No news from the centre</translation>
    </message>
    <message>
        <source>Todavía no sabemos nada de su ticket. Mire la pantalla de la sala.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Nothing is known of your ticket yet. Look at the hall's screen.</translation>
    </message>
    <message>
        <source>Aquí no hay nada. Escanee el código de su ticket.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">There is nothing here. Scan the code on your ticket.</translation>
    </message>
    <message>
        <source>Espere unos segundos y vuelva a intentarlo.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Wait a few seconds and try again.</translation>
    </message>
    <message>
        <source>Esta página solo se puede leer.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This page can only be read.</translation>
    </message>
    <message>
        <source>Usted es el siguiente</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">You are next</translation>
    </message>
    <message>
        <source>Hay 1 persona antes que usted</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">There is 1 person before you</translation>
    </message>
    <message>
        <source>Hay {people} personas antes que usted</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">There are {people} people before you</translation>
    </message>
    <message>
        <source>Quienes tienen atención preferente o cita pueden pasar antes.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">People with priority or an appointment may go first.</translation>
    </message>
    <message>
        <source>Lo llamaremos entre las {first} y las {last}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">You will be called between {first} and {last}</translation>
    </message>
    <message>
        <source>Está tardando más de lo previsto. Su lugar se mantiene.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It is taking longer than expected. You keep your place.</translation>
    </message>
    <message>
        <source>En este momento nadie atiende esta cola. Su lugar se mantiene.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Nobody is serving this queue right now. You keep your place.</translation>
    </message>
    <message>
        <source>La atención de esta cola está interrumpida. Su lugar se mantiene.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">This queue is interrupted. You keep your place.</translation>
    </message>
    <message>
        <source>Vaya al módulo {counter}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Go to counter {counter}</translation>
    </message>
    <message>
        <source>Lo atienden en el módulo {counter}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">You are being served at counter {counter}</translation>
    </message>
    <message>
        <source>Su atención está pendiente</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">You will be called back</translation>
    </message>
    <message>
        <source>El módulo {counter} lo volverá a llamar. No se aleje de la sala.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Counter {counter} will call you again. Please stay near the hall.</translation>
    </message>
    <message>
        <source>Lo volveremos a llamar. No se aleje de la sala.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">You will be called again. Please stay near the hall.</translation>
    </message>
    <message>
        <source>Vuelva más tarde</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Come back later</translation>
    </message>
    <message>
        <source>A partir de las {hour} lo llamaremos otra vez.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">From {hour} on you will be called again.</translation>
    </message>
    <message>
        <source>Lo llamamos y no llegó</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">You were called and did not come</translation>
    </message>
    <message>
        <source>Fue al módulo {counter}. Acérquese a orientación antes de las {hour} para volver a la cola.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It was counter {counter}. Ask at the information desk before {hour} to go back into the queue.</translation>
    </message>
    <message>
        <source>Fue al módulo {counter}. Acérquese pronto a orientación para volver a la cola.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It was counter {counter}. Ask at the information desk soon to go back into the queue.</translation>
    </message>
    <message>
        <source>listo</source>
        <comment>a stop of the visit</comment>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">done</translation>
    </message>
    <message>
        <source>ahora</source>
        <comment>a stop of the visit</comment>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">now</translation>
    </message>
    <message>
        <source>después</source>
        <comment>a stop of the visit</comment>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">later</translation>
    </message>
    <message>
        <source>Sin noticias del centro desde las {hour}. Mire la pantalla de la sala.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No news from the centre since {hour}. Look at the hall's screen.</translation>
    </message>
    <message>
        <source>A las {hour}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">At {hour}</translation>
    </message>
    <message>
        <source>Quitar audio</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Audio off</translation>
    </message>
    <message>
        <source>Ocultar pantalla</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Hide screen</translation>
    </message>
    <message>
        <source>Con audio</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Read aloud</translation>
    </message>
    <message>
        <source>Letra grande</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Large text</translation>
    </message>
    <message>
        <source>Más contraste</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Contrast</translation>
    </message>
    <message>
        <source>Más abajo</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Lower down</translation>
    </message>
    <message>
        <source>Necesito ayuda</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">I need help</translation>
    </message>
    <message>
        <source>Ya avisamos: alguien viene</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Somebody is on the way</translation>
    </message>
    <message>
        <source>Acérquese a un orientador</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Please ask at the information desk</translation>
    </message>
    <message>
        <source>Espere aquí. Si prefiere, acérquese a un orientador.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Wait here. If you prefer, go to the information desk.</translation>
    </message>
    <message>
        <source>Desde aquí no podemos llamarlo ahora.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We cannot call anyone from here right now.</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">I understand</translation>
    </message>
    <message>
        <source>Seguir leyendo</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Read on</translation>
    </message>
    <message>
        <source>Guía de audio.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Audio guide.</translation>
    </message>
    <message>
        <source>Con la tecla siguiente o anterior oye otra opción; con la tecla elegir, la escoge.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Press next or previous to hear another choice; press select to take it.</translation>
    </message>
    <message>
        <source>Con la tecla repetir oye todo otra vez.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Press repeat to hear everything again.</translation>
    </message>
    <message>
        <source>La pantalla está oculta.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="obsolete">The screen is hidden.</translation>
    </message>
    <message>
        <source>Guía de audio, con la pantalla oculta.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Audio guide, with the screen hidden.</translation>
    </message>
    <message>
        <source>Deslice un dedo a la derecha o a la izquierda para oír otra opción; toque dos veces para elegirla.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Swipe right or left to hear another choice; tap twice to take it.</translation>
    </message>
    <message>
        <source>Toque una vez para oírla de nuevo.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Tap once to hear it again.</translation>
    </message>
    <message>
        <source>Pantalla oculta: alguien usa la guía de audio</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Hidden screen: somebody is using the audio guide</translation>
    </message>
    <message>
        <source>Guía de audio apagada.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Audio guide off.</translation>
    </message>
    <message>
        <source>Opción {position} de {count}.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Choice {position} of {count}.</translation>
    </message>
    <message>
        <source>No se puede elegir ahora.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It cannot be chosen now.</translation>
    </message>
    <message>
        <source>Activado</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">On</translation>
    </message>
    <message>
        <source>Volumen {level} de {of}</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Volume {level} of {of}</translation>
    </message>
    <message>
        <source>{count} dígitos escritos</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">{count} digits typed</translation>
    </message>
    <message>
        <source>1 dígito escrito</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">1 digit typed</translation>
    </message>
    <message>
        <source>Nada escrito</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Nothing typed</translation>
    </message>
    <message>
        <source>¿Cómo le atendieron?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">How were you attended?</translation>
    </message>
    <message>
        <source>Su respuesta es anónima y ayuda a mejorar. Si prefiere no responder, pulse Atrás.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Your answer is anonymous and helps us improve. If you prefer not to answer, press Back.</translation>
    </message>
    <message>
        <source>Muy bien</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Very well</translation>
    </message>
    <message>
        <source>Bien</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Well</translation>
    </message>
    <message>
        <source>Regular</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Fairly well</translation>
    </message>
    <message>
        <source>Mal</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Badly</translation>
    </message>
    <message>
        <source>Muy mal</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Very badly</translation>
    </message>
    <message>
        <source>Gracias por responder</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Thank you for answering</translation>
    </message>
    <message>
        <source>Que tenga un buen día.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Have a good day.</translation>
    </message>
    <message>
        <source>¿Quiere su número?</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Do you want your number?</translation>
    </message>
    <message>
        <source>La espera es de unos {low} a {high} minutos.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">The wait is about {low} to {high} minutes.</translation>
    </message>
    <message>
        <source>Sí, quiero mi número</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Yes, give me a number</translation>
    </message>
    <message>
        <source>Le llamaremos en su turno</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We will call you in your turn</translation>
    </message>
    <message>
        <source>No, otro día</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No, another day</translation>
    </message>
    <message>
        <source>No se saca ningún número</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No number is taken</translation>
    </message>
    <message>
        <source>Ahora no da números</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">No numbers are given now</translation>
    </message>
    <message>
        <source>Pregunte a un orientador qué traer.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Ask a guide what to bring.</translation>
    </message>
    <message>
        <source>Imprimiendo…</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Printing…</translation>
    </message>
    <message>
        <source>Recoja su hoja</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Take your sheet</translation>
    </message>
    <message>
        <source>No se pudo imprimir</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">It could not be printed</translation>
    </message>
    <message>
        <source>Imprimir requisitos</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Print requirements</translation>
    </message>
    <message>
        <source>Buscar</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Search</translation>
    </message>
    <message>
        <source>Busque su trámite</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Search for your service</translation>
    </message>
    <message>
        <source>Escriba las primeras letras: pasaporte, DNI, RUC…</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Type the first letters, in Spanish: pasaporte, DNI, RUC…</translation>
    </message>
    <message>
        <source>No encontramos nada así. Borre una letra o pida ayuda.</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">We found nothing like that. Erase a letter or ask for help.</translation>
    </message>
    <message>
        <source>Espacio</source>
        <translatorcomment>fuente: escrito para Suyana en inglés
certeza: propuesta</translatorcomment>
        <translation type="unfinished">Space</translation>
    </message>
</context>
</TS>
