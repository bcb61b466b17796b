namespace Modelwright.Hosting.Reloading;

/// <summary>The words for reasons in metrics, health checks and logs.</summary>
internal static class RefusalReasonWords
{
    internal static string Word(this RefusalReason reason) => reason switch
    {
        RefusalReason.Missing => "missing",
        RefusalReason.Unreadable => "unreadable",
        RefusalReason.Damaged => "damaged",
        _ => "schema",
    };
}
