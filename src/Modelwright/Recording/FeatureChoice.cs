namespace Modelwright.Recording;

/// <summary>Which columns a training run uses.</summary>
public enum FeatureChoice
{
    /// <summary>All that may be used.</summary>
    All,

    /// <summary>Those that tell more than noise does.</summary>
    Selected,

    /// <summary>The smallest set whose loss lies within one standard error of the best.</summary>
    Fewest,
}
