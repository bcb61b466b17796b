namespace Modelwright.Runtime.Steps.Numbers;

/// <summary>How the scores of <see cref="QuantileScores"/> are spread over the training rows.</summary>
public enum ScoreShape
{
    /// <summary>Evenly from 0 to 1.</summary>
    Uniform,

    /// <summary>As a normal distribution of mean 0 and deviation 1, from -5.2 to 5.2.</summary>
    Normal,
}
