namespace Modelwright.Findings;

/// <summary>The kinds of leak findings that more than one place names.</summary>
internal static class LeakKinds
{
    /// <summary>The target under another name, without one exception: what is dropped where nobody can be asked.</summary>
    public const string Copy = "target_copy";

    /// <summary>A column that decides the target.</summary>
    public const string Function = "target_function";
}
