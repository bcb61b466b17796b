using Modelwright.Core.Errors;

namespace Modelwright.Studio.Views;

/// <summary>Reads what a page shows besides: a store that is not there yet, or out of reach, must not take the rest of the page away.</summary>
internal static class StoreReading
{
    /// <summary>What was read; null with a sentence that says why not, or null and null where there is no store.</summary>
    internal static (T? Read, string? Fault) Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return (read(), null);
        }
        catch (OptionsException cause)
        {
            return (null, cause.Message);
        }
    }
}
