namespace Modelwright.Core.Learning;

/// <summary>Why a fit ended.</summary>
public enum FitEnd
{
    /// <summary>It did all it was told to do, or converged.</summary>
    Finished,

    /// <summary>The loss on the validation rows no longer fell.</summary>
    StoppedEarly,

    /// <summary>The deadline came.</summary>
    Deadline,
}
