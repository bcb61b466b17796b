namespace Modelwright.Stress.Poisoning.Poisons;

/// <summary>The list of poisons: one line each.</summary>
internal static class BuiltInPoisons
{
    /// <summary>All, in the order in which they are tried.</summary>
    public static IReadOnlyList<IPoison> All { get; } =
    [
        new LabelFlips(),
        new TargetedFlips(),
        new CopiedRows(),
    ];
}
