namespace Modelwright.Core.Errors;

/// <summary>The data must be mended: the text names file, line, column and value.</summary>
public sealed class DataException : ModelwrightException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was wrong (with the value), where, and what to do; several faults stand one a line.</param>
    /// <param name="cause">The error underneath, if there is one.</param>
    public DataException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
