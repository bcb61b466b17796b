namespace Modelwright.Findings.Leaks;

/// <summary>All checks, the most certain first: what one proves, later ones need not weigh.</summary>
internal static class LeakChecks
{
    /// <summary>The list; a new check is one line.</summary>
    public static readonly IReadOnlyList<ILeakCheck> All =
    [
        new ClassCopies(),
        new NumberCopies(),
        new TargetParts(),
        new TargetStatistics(),
        new RowOrder(),
        new ClassFunctions(),
        new LateTimes(),
        new PureParts(isOfMissing: true),
        new TooTelling(),
        new PureParts(isOfMissing: false),
        new TwinRows(),
        new SharedEntities(),
        new AfterEvent(),
    ];
}
