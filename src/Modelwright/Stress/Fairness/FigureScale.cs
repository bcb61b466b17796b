namespace Modelwright.Stress.Fairness;

/// <summary>How a mean over rows spreads, which decides on the shape of its interval.</summary>
internal enum FigureScale
{
    /// <summary>A share of rows, from 0 to 1: Wilson's interval.</summary>
    Share,

    /// <summary>A loss of 0 or more: even on the log.</summary>
    Loss,

    /// <summary>A number of either sign: even to both sides.</summary>
    Number,

    /// <summary>The root of a mean of squares: even on the log.</summary>
    Root,
}
