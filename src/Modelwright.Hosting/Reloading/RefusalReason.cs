namespace Modelwright.Hosting.Reloading;

/// <summary>Why a package was not taken.</summary>
internal enum RefusalReason
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>The file cannot be opened or read by this program.</summary>
    Unreadable,

    /// <summary>The bytes are no sound package, or it answers its check rows differently.</summary>
    Damaged,

    /// <summary>It asks for other columns, or answers otherwise, than the loaded model.</summary>
    Schema,
}
