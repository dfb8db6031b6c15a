<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="quz" sourcelanguage="es_PE">
<context>
    <name></name>
    <message>
        <source>Escriba el código de su cita</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Está en la constancia que le dieron. También puede acercarla al lector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hoy a las {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>el {day} a las {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Con qué entidad?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Sobre qué entidad?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿De qué entidad?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahora no sabemos cuántas personas esperan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vea cuántas personas esperan y cuánto puede demorar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Más entidades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Qué servicio necesita?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Más opciones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver las primeras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Página {number} de {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reabre a las {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin módulo abierto por ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Más de 1 hora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Más de {hours} horas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menos de {minutes} minutos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De {low} a {high} minutos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traiga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted eligió</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cita {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su número de documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es opcional: le atendemos igual sin él.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es obligatorio: {rule}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carné de extranjería</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 dígitos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 dígitos o más</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borrar todo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuar sin documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿No tiene DNI ni carné? Pida su número a un orientador.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se guarda cifrado y se borra al terminar su atención.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se guarda cifrado y se borra hoy, al cierre del centro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responsable: {holder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo lo ve quien le atiende; no sale del centro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sus derechos: {rights}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiosco</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atrás</source>
        <translatorcomment>fuente: Sugar Labs po/quz.po
certeza: una fuente</translatorcomment>
        <translation type="unfinished">Qhipaman</translation>
    </message>
    <message>
        <source>¿Necesita ayuda?</source>
        <translatorcomment>fuente: AbiWord po/quz.po; MediaWiki qu.json: la palabra ayuda, aquí por toda la pregunta
certeza: propuesta</translatorcomment>
        <translation type="obsolete">Yanapay</translation>
    </message>
    <message>
        <source>Volver al inicio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su número es {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puede cambiarlo por otro trámite o dejar su lugar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya le llamaron: acérquese al módulo que dice la pantalla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le esperamos desde las {hour}: vuelva a esa hora y mire la pantalla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le esperamos más tarde: vuelva a esa hora y mire la pantalla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su atención quedó pendiente. Acérquese al módulo que la dejó así, o pregunte a un orientador.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasó la hora para volver. Pida ayuda a un orientador, o saque un número nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este número ya terminó. Si necesita otro, saque uno nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otro trámite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conserva su número. Elija el trámite que necesita.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya no lo necesito</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} deja de valer y su lugar queda libre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} ya no vale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gracias por avisar. Si necesita otro número, sáquelo aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Para qué será {number}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Qué necesita hacer hoy?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tengo una cita</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toque una opción</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hacer un trámite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pedir orientación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constituir una empresa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recoger un documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI, pasaporte, antecedentes, pagos, licencias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le explicamos requisitos, costos y pasos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formalice su negocio en un solo lugar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNI, pasaporte u otro que ya está listo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Sigue ahí?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volveremos al inicio en 1 segundo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volveremos al inicio en {seconds} segundos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Necesito más tiempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no abrimos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por ahora estamos cerrados</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aquí sacará su número cuando abramos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damos números hoy desde las {hour}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damos números mañana desde las {hour}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damos números el {day} desde las {hour}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days}: {opens} a {closes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horario de atención</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un momento</source>
        <translatorcomment>fuente: Sugar Labs po/quz.po, para: espere, por favor
certeza: una fuente</translatorcomment>
        <translation type="unfinished">Suyarillay</translation>
    </message>
    <message>
        <source>Estamos sacando su número.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su número saldrá cuando vuelva la conexión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hace falta pedirlo otra vez.
Si no lo pidió usted, podrá sacar el suyo después.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pedido para</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su número es</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primero pague en {entity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimiendo su ticket…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recoja su ticket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Salió su ticket?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anote su número o tómele una foto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo imprimir; su número vale igual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si no sale, anote su número o tómele una foto: vale igual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si salió cortado o no salió, imprima una copia: es el mismo número.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimir copia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sí, ya lo tengo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahora no se imprime: anote su número</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El código identifica su ticket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Ya pagó la tasa?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La tasa de este trámite es {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se paga en {first}, antes de la atención en {then}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sí, ya pagué</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le llamaremos en {entity}. Tenga a la mano su comprobante.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le llamaremos primero en {first} y después en {then}, con el mismo número.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Le corresponde atención preferente?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es un derecho. Aquí no necesita probar nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas de 60 años a más</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gestantes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas con discapacidad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con niñas o niños</source>
        <translatorcomment>fuente: Ministerio de Educación, Manual de Lengua de Señas, 2006: solo la palabra niño
certeza: una fuente</translatorcomment>
        <translation type="unfinished">Wawa</translation>
    </message>
    <message>
        <source>Sí</source>
        <translatorcomment>fuente: glibc locale quz_PE; cocatambo.com
certeza: verificada</translatorcomment>
        <translation>Arí</translation>
    </message>
    <message>
        <source>No</source>
        <translatorcomment>fuente: glibc locale quz_PE; cocatambo.com. No es Ama, que prohíbe
certeza: verificada</translatorcomment>
        <translation>Manan</translation>
    </message>
    <message>
        <source>Me corresponde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por orden de llegada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pudimos darle un número</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algo salió mal y no se le dio ningún número.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pida ayuda a un orientador.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta entidad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entity} atiende desde las {hour}. Vuelva a esa hora, o elija otro trámite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entity} ya no atiende hoy. Vuelva otro día, o elija otro trámite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para este trámite hoy ya no alcanza el tiempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para {entity} hoy ya no alcanza el tiempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>el último ticket se dio a las {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puede venir {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>«{service}»</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este servicio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} no se atiende por el momento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>más tarde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su cita es {when}. Aquí puede registrarla desde las {hour}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su cita es {when}. Aquí puede registrarla un poco antes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su cita es {when}. Vuelva ese día.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>otro día</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} ya dio todos los números de este horario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Habrá más desde las {hour}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vuelva otro día.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>este trámite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con ese documento ya hay un número en espera para {service}. Si lo perdió, pida ayuda a un orientador.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa cita ya tiene un número: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este servicio acaba de cambiar. Elija otra vez desde el inicio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encontramos una cita con ese código.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese ticket no es de hoy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su número ya fue llamado o ya terminó: no se puede cambiar aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este trámite pide el número de su documento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El número de documento no está completo. Elija otra vez desde el inicio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su número ya es para ese trámite: no hay nada que cambiar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El centro no está atendiendo en este momento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya se dieron todos los números de hoy para este servicio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este centro no atiende en ese idioma. Elija otra vez desde el inicio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En este momento no podemos dar más números.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta pantalla no puede dar números. Pida el suyo a un orientador.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Último {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoy ya no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspendido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin cupo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se atiende por ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoy ya no alcanza</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Más números desde las {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoy ya no hay cupo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atiende desde las {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoy ya no atiende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoy ya no alcanza: último ticket {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hoy desde las {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mañana desde las {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>el {day} desde las {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin conexión: se dan números provisionales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espera: sin datos por ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su número provisional es</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Pidió usted el número {number}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El kiosco se apagó antes de imprimirlo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es para: {service}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si nadie lo pide en {seconds} s, deja de valer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sí, imprimir mi número</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un momento: sin conexión…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pida su número a un orientador.
Si ya tiene el suyo, no lo pierde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daremos números en cuanto vuelva la conexión.
Si ya tiene su número, no lo pierde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadie espera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 espera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} esperan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>módulo {counter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>módulos {counters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrumpido: sin sistema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrumpido: sin luz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrumpido: sin línea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrumpido: por evacuación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrumpido: por ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siga su turno en el celular: conéctese a la Wi-Fi {wifi} y escanee el código.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COPIA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NÚMERO PROVISIONAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se dio sin conexión y vale igual: su turno cuenta desde esta hora. Le llamaremos por este número.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atención preferente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas antes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahora ningún módulo atiende. Le llamaremos cuando abra uno.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La pantalla le dirá su módulo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código de su ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este número vale solo por hoy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Un reclamo? Pida el Libro de Reclamaciones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ninguna</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le llamaremos hacia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le llamaremos antes de</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le llamaremos entre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requisitos. No es un ticket: no da turno.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se paga en {entity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pago de {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pago de la tasa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vuelva a las {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vuelva {minutes} min después</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su cita era a las {hour}: llegó tarde y va por orden de llegada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su cita: {hour}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su número</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su visita</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actualizar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta página se actualiza sola. También lo llamaremos por la pantalla y la voz de la sala.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta página se actualiza sola.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin conexión con esta página. Revise su Wi-Fi y mire la pantalla de la sala.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aquí no se guarda ningún dato de usted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este ticket no está en espera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya terminó, se canceló o es de otro día. Si cree que es un error, acérquese a orientación.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su ticket vale solo el día en que se dio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin noticias del centro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no sabemos nada de su ticket. Mire la pantalla de la sala.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aquí no hay nada. Escanee el código de su ticket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espere unos segundos y vuelva a intentarlo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta página solo se puede leer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usted es el siguiente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hay 1 persona antes que usted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hay {people} personas antes que usted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quienes tienen atención preferente o cita pueden pasar antes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo llamaremos entre las {first} y las {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Está tardando más de lo previsto. Su lugar se mantiene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En este momento nadie atiende esta cola. Su lugar se mantiene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La atención de esta cola está interrumpida. Su lugar se mantiene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vaya al módulo {counter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo atienden en el módulo {counter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su atención está pendiente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El módulo {counter} lo volverá a llamar. No se aleje de la sala.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo volveremos a llamar. No se aleje de la sala.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vuelva más tarde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A partir de las {hour} lo llamaremos otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo llamamos y no llegó</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fue al módulo {counter}. Acérquese a orientación antes de las {hour} para volver a la cola.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fue al módulo {counter}. Acérquese pronto a orientación para volver a la cola.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listo</source>
        <comment>a stop of the visit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ahora</source>
        <comment>a stop of the visit</comment>
        <translatorcomment>fuente: sugar quz.po; MediaWiki qu.json
certeza: verificada</translatorcomment>
        <translation>kunan</translation>
    </message>
    <message>
        <source>después</source>
        <comment>a stop of the visit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin noticias del centro desde las {hour}. Mire la pantalla de la sala.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A las {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quitar audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ocultar pantalla</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letra grande</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Más contraste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Más abajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Necesito ayuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ya avisamos: alguien viene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acérquese a un orientador</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espere aquí. Si prefiere, acérquese a un orientador.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desde aquí no podemos llamarlo ahora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seguir leyendo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guía de audio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con la tecla siguiente o anterior oye otra opción; con la tecla elegir, la escoge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con la tecla repetir oye todo otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guía de audio, con la pantalla oculta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deslice un dedo a la derecha o a la izquierda para oír otra opción; toque dos veces para elegirla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toque una vez para oírla de nuevo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pantalla oculta: alguien usa la guía de audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guía de audio apagada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opción {position} de {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se puede elegir ahora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volumen {level} de {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dígitos escritos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 dígito escrito</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada escrito</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Cómo le atendieron?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Su respuesta es anónima y ayuda a mejorar. Si prefiere no responder, pulse Atrás.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muy bien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muy mal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gracias por responder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Que tenga un buen día.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Quiere su número?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La espera es de unos {low} a {high} minutos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sí, quiero mi número</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le llamaremos en su turno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, otro día</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se saca ningún número</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahora no da números</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pregunte a un orientador qué traer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimiendo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recoja su hoja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se pudo imprimir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimir requisitos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buscar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busque su trámite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escriba las primeras letras: pasaporte, DNI, RUC…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encontramos nada así. Borre una letra o pida ayuda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espacio</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
