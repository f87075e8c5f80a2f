package io.github.dl4jprimer.safetensors;

import java.nio.ByteBuffer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The element types of safetensors, with the ND4J type each is read as.
 *
 * <p>Half precision is widened to FLOAT, which holds every such value exactly. Types without an
 * ND4J counterpart here are valid in a file, but cannot be read.
 */
public enum TensorType {
    /** IEEE 754 double precision. */
    F64(8, DataType.DOUBLE),
    /** IEEE 754 single precision. */
    F32(4, DataType.FLOAT),
    /** IEEE 754 half precision: 5 bits of exponent, 10 of fraction. */
    F16(2, DataType.FLOAT),
    /** The upper half of a single-precision number. */
    BF16(2, DataType.FLOAT),
    /** Signed 64-bit integer. */
    I64(8, DataType.INT64),
    /** Signed 32-bit integer. */
    I32(4, DataType.INT32),
    /** Signed 16-bit integer; not read. */
    I16(2, null),
    /** Signed 8-bit integer; not read. */
    I8(1, null),
    /** Unsigned 64-bit integer; not read. */
    U64(8, null),
    /** Unsigned 32-bit integer; not read. */
    U32(4, null),
    /** Unsigned 16-bit integer; not read. */
    U16(2, null),
    /** Unsigned 8-bit integer; not read. */
    U8(1, null),
    /** One byte a truth value; not read. */
    BOOL(1, null),
    /** 8-bit float, 4 bits of exponent; not read. */
    F8_E4M3(1, null),
    /** 8-bit float, 5 bits of exponent; not read. */
    F8_E5M2(1, null);

    private final int bytes;
    private final DataType readAs;

    TensorType(int bytes, DataType readAs) {
        this.bytes = bytes;
        this.readAs = readAs;
    }

    /** Returns the bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /** Returns the ND4J type a tensor of this type is read as, or null if it cannot be read. */
    public DataType readAs() {
        return readAs;
    }

    /** Returns whether a file's bytes are the array's bytes. */
    boolean isDirect() {
        return readAs != null && readAs.width() == bytes;
    }

    /**
     * Turns the remaining bytes, numbers of this type, into floats; F64 is rounded.
     *
     * @throws IllegalStateException if this is no floating-point type that can be read
     */
    void widen(ByteBuffer bytes, float[] floats) {
        int count = bytes.remaining() / this.bytes;
        switch (this) {
            case F32 -> bytes.asFloatBuffer().get(floats, 0, count);
            case F64 -> {
                var doubles = bytes.asDoubleBuffer();
                for (int i = 0; i < count; i++) {
                    floats[i] = (float) doubles.get(i);
                }
            }
            case BF16 -> {
                var shorts = bytes.asShortBuffer();
                for (int i = 0; i < count; i++) {
                    floats[i] = Float.intBitsToFloat(shorts.get(i) << 16);
                }
            }
            case F16 -> {
                var shorts = bytes.asShortBuffer();
                for (int i = 0; i < count; i++) {
                    floats[i] = halfToFloat(shorts.get(i));
                }
            }
            default -> throw new IllegalStateException(this + " is not floating-point");
        }
    }

    /** Java 17 has no {@code Float.float16ToFloat}. */
    private static float halfToFloat(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float subnormal = fraction * 0x1p-24f;
            return sign == 0 ? subnormal : -subnormal;
        }
        int widened = exponent == 0x1f ? 0xff : exponent + 127 - 15;
        return Float.intBitsToFloat(sign | widened << 23 | fraction << 13);
    }

    /**
     * Returns the type an array is written as.
     *
     * @throws IllegalArgumentException if arrays of this type are not written
     */
    static TensorType of(DataType type) {
        for (var written : values()) {
            if (written.readAs == type && written.isDirect()) {
                return written;
            }
        }
        throw new IllegalArgumentException(
                "tensor must be DOUBLE, FLOAT, LONG or INT, got %s. Cast it first."
                        .formatted(type));
    }
}
