namespace Modelwright.Core.Errors;

/// <summary>The call must be changed: the text names the option, its value and its range.</summary>
public sealed class OptionsException : ModelwrightException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong (with the value), where, and what to do; several faults stand one a line.</param>
    /// <param name="cause">The error underneath, if there is one.</param>
    public OptionsException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
