namespace Modelwright.LightGbm.Interop;

/// <summary>The C API's codes for the type of a buffer's elements.</summary>
internal static class ElementType
{
    internal const int Float = 0;
    internal const int Double = 1;
}
