using Modelwright.Recording;
using Modelwright.Recording.Insights;

namespace Modelwright.Running.Insights;

/// <summary>What a run finds out about its model beside how good it is.</summary>
/// <param name="Importances">Which columns matter; null where the time did not suffice.</param>
/// <param name="Effects">How the most important ones move the answer.</param>
/// <param name="Maps">How two of them do together: the pair that is furthest from a plain sum.</param>
internal sealed record Insight(Importances? Importances, IReadOnlyList<Effect> Effects, IReadOnlyList<EffectMap> Maps)
{
    /// <summary>Nothing.</summary>
    public static Insight None { get; } = new(null, [], []);

    /// <summary>Evidence with all of it.</summary>
    public Evidence AddTo(Evidence evidence) => evidence with { Importances = Importances, Effects = Effects, EffectMaps = Maps };
}
