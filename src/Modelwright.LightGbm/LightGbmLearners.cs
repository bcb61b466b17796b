using Modelwright.Core.Learning;
using Modelwright.LightGbm.Boosting;

namespace Modelwright.LightGbm;

/// <summary>The learners that train with LightGBM's native library; their forms need nothing but Modelwright.Runtime.</summary>
public static class LightGbmLearners
{
    /// <summary>All of them; where the library does not load, each says why in <see cref="ILearner.Unavailable"/>.</summary>
    public static IReadOnlyList<ILearner> All { get; } = [new BoostingLearner()];

    /// <summary>The catalog with these learners at its end.</summary>
    /// <param name="catalog">A catalog without them.</param>
    /// <returns>A new catalog.</returns>
    public static LearnerCatalog AddLightGbm(this LearnerCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.Add(All);
    }
}
