namespace Modelwright.Testing;

/// <summary>A plug-in broke its contract; the text names the plug-in, the case and what was expected.</summary>
public sealed class ContractException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">Plug-in, case, what was expected and what was found.</param>
    /// <param name="cause">The error underneath, if there is one.</param>
    public ContractException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
