namespace Modelwright.Machine;

/// <summary>Data of languages and time zones that the system brings.</summary>
internal static class RegionChecks
{
    internal static MachineCheck Unicode(Subject subject, MachineProbes probes) =>
        // Without ICU the framework gives the text back unchanged, without a word.
        probes.Normalise("\uFB01") == "fi"
            ? subject.Ok("language data of the system")
            : subject.Missing("no language data: globalisation is off", "Install ICU (apt-get install libicu72 on Debian 12, apk add icu-libs icu-data-full on Alpine), and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");

    internal static MachineCheck TimeZones(Subject subject, MachineProbes probes)
    {
        try
        {
            probes.FindZone("Europe/Berlin");
            return subject.Ok("time zones of the system");
        }
        catch (Exception fault) when (fault is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            return subject.Warning("no time zones: local time is UTC", "Install them: apt-get install tzdata (Debian, Ubuntu), apk add tzdata (Alpine).");
        }
    }
}
