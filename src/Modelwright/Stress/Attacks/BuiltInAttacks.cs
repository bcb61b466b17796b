using Modelwright.Stress.Attacks.Searches;
using Modelwright.Stress.Attacks.Texts;

namespace Modelwright.Stress.Attacks;

/// <summary>The list of attacks: the one existing file that a new attack edits.</summary>
public static class BuiltInAttacks
{
    /// <summary>All, in the order in which reports show them.</summary>
    public static IReadOnlyList<IAttack> All { get; } =
    [
        new GreedyThresholds(),
        new BestFirst(),
        new Boundary(),
        new Gradient(),
        new TextEdits(),
        new Transfer(),
    ];
}
