using Modelwright.Profile;

namespace Modelwright.Cli.Output;

/// <summary>The meaning of a column in words.</summary>
internal static class MeaningWords
{
    /// <summary>For a program, in snake_case.</summary>
    public static string ForMachine(ColumnMeaning meaning) => meaning switch
    {
        ColumnMeaning.PostalCode => "postal_code",
        ColumnMeaning.IpAddress => "ip_address",
        _ => meaning.ToString().ToLowerInvariant(),
    };

    /// <summary>For a person.</summary>
    public static string ForPerson(ColumnMeaning meaning) => ForMachine(meaning).Replace('_', ' ');
}
