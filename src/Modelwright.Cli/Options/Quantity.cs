namespace Modelwright.Cli.Options;

/// <summary>A number with a unit behind it.</summary>
internal static class Quantity
{
    /// <summary>Cuts "90 s" into "90" and "s"; the unit in lower case, empty where there is none.</summary>
    public static (string Number, string Unit) Split(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.LastIndexOfAnyInRange('0', '9') + 1;
        return (trimmed[..end].ToString(), trimmed[end..].Trim().ToString().ToLowerInvariant());
    }
}
