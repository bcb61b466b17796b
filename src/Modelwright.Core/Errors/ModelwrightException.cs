namespace Modelwright.Core.Errors;

/// <summary>What all errors of this library share: a text that says what was wrong, where, and what to do.</summary>
public abstract class ModelwrightException : Exception
{
    private protected ModelwrightException(string message, Exception? cause)
        : base(message, cause)
    {
    }
}
