namespace Modelwright.Core.Errors;

/// <summary>A model file cannot be trusted: it is damaged, hostile, or from a newer release.</summary>
public sealed class ArtifactException : ModelwrightException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong (with the value), where, and what to do; several faults stand one a line.</param>
    /// <param name="cause">The error underneath, if there is one.</param>
    public ArtifactException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
