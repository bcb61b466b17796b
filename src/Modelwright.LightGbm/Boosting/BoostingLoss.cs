namespace Modelwright.LightGbm.Boosting;

/// <summary>What boosting makes small.</summary>
internal enum BoostingLoss
{
    /// <summary>Squared error; the mean.</summary>
    Squared,

    /// <summary>Absolute error; the median.</summary>
    Absolute,

    /// <summary>Squared error near, absolute error far; a mean that outliers pull less.</summary>
    Huber,

    /// <summary>Log loss of two classes.</summary>
    TwoClasses,

    /// <summary>Log loss of three classes or more.</summary>
    ManyClasses,
}
